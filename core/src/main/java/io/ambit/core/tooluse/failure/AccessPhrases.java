package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Map;

/** How tools say that something may not be done, or that something else is in the way. */
final class AccessPhrases {
    static final Map<FailureClass, String> BOOK = Map.of(FailureClass.PERMISSION, """
            lock frontend are you root
            dpkg lock frontend are you root
            unable to locate credentials
            refused to fetch
            not a public address
            no pg hba conf entry
            invalid client token
            unrecognized client
            auth login
            api key not valid
            no api key
            jwt expired
            token has expired
            expired
            invalid signature
            signature * does not match
            not authenticated
            requires admin
            invalid auth
            not authed
            missing scope
            token revoked
            permission to * denied
            has been denied
            user doesnt want
            rejected by user
            user rejected
            user declined
            cancelled by user
            cant write against
            remote host identification has changed
            only the owner
            for security reasons
            not accessible by
            do not have access
            does not have access
            you dont have access
            permission denied
            eacces
            eperm
            erofs
            permission error
            operation not permitted
            not permitted
            access denied
            access is denied
            access forbidden
            denied
            not authorized
            not authorised
            unauthorized
            unauthorised
            forbidden
            authentication failed
            authentication failure
            authentication required
            authentication error
            unauthenticated
            could not authenticate
            requires authentication
            requires you to be logged
            requires you to login
            eneedauth
            need auth
            invalid credentials
            bad credentials
            no credentials
            invalid api key
            incorrect api key
            api key * invalid
            invalid token
            token * expired
            expired token
            login required
            log in to
            please log in
            must be logged in
            not logged in
            must be owner
            must be superuser
            must be root
            requires root
            requires superuser
            are you root
            superuser privileges
            only superuser
            read only file system
            readonly database
            sqlite readonly
            read only database
            read only transaction
            read only mode
            insufficient privilege
            insufficient privileges
            insufficient permissions
            insufficient scope
            insufficient rights
            do not have permission
            dont have permission
            does not have permission
            have not the necessary permission
            password authentication failed
            no password supplied
            fe sendauth no password supplied
            is not permitted to log in
            peer authentication
            host key verification failed
            publickey
            outside allowed directories
            outside of allowed
            outside * allowed
            outside * repository
            outside the workspace
            outside the project
            outside repository
            not in * allowed
            not in the list of allowed
            not within
            not allowed to
            is not allowed
            not allowed by
            autonomous fetching * is not allowed
            is restricted
            protected branch
            dubious ownership
            terminal prompts disabled
            could not read username
            could not read password
            externally managed environment
            blocked by
            may not access
            refusing to
            ~not allowed
            ~disabled
            """, FailureClass.CONFLICT, """
            redefinition of
            redeclared in this
            multiple definition of
            no new variables on left side
            is held by
            lock * is held
            hunk failed saving rejects
            hunks failed saving rejects
            update or delete on table * violates foreign key constraint
            cannot delete or update a parent row
            already allocated
            conditional check failed
            resource temporarily unavailable > retry
            has not been read yet
            name taken
            unable to acquire * lock frontend > retry
            could not obtain * lock > retry
            edit conflict
            already exists
            cannot overwrite
            already exist
            file exists
            eexist
            directory not empty
            enotempty
            unique constraint
            unique constraint failed
            unique violation
            violates unique constraint
            duplicate key
            duplicate key value violates unique constraint
            duplicate entry
            duplicate column name
            duplicate value
            duplicate
            already in use
            already used
            already taken
            already has
            already is
            already running > stop
            already a
            already been
            already contains
            already registered
            already checked out
            already defined
            is already
            address in use
            address already in use
            eaddrinuse
            is locked > retry
            database is locked > retry
            sqlite busy > retry
            sqlite locked > retry
            sqlite constraint unique
            sqlite constraint primarykey
            database table is locked > retry
            database schema is locked > retry
            could not get lock > retry
            unable to acquire * lock > retry
            could not obtain lock > retry
            unable to lock > retry
            failed to lock > retry
            lock timeout > retry
            lock wait timeout exceeded > retry
            due to lock timeout > retry
            lock not available > retry
            index lock > retry
            another git process > retry
            another process > retry
            blocking waiting for file lock > retry
            unable to create * lock file exists > retry
            resource busy > retry
            device or resource busy > retry
            text file busy > retry
            ebusy > retry
            etxtbsy > retry
            deadlock detected > retry
            deadlock > retry
            could not serialize access > retry
            serialization failure > retry
            being used by another > retry
            being accessed by other users > retry
            used by another process > retry
            conflict
            conflicts
            conflicting
            merge conflict
            automatic merge failed
            unmerged
            unmerged files
            needs merge
            not concluded your merge
            in progress
            would be overwritten
            would clobber existing
            local changes
            uncommitted changes
            unstaged changes
            contains modified or untracked files
            non fast forward
            not possible to fast forward
            fetch first
            updates were rejected
            divergent branches
            have diverged
            ~failed to push some refs
            cannot lock ref
            not fully merged
            cannot delete branch * checked out
            cannot delete branch * used by worktree
            refusing to * checked out branch
            refusing to fetch into
            refusing to update checked out branch
            refusing to delete the current branch
            refusing to merge unrelated histories
            checked out at
            stale
            precondition failed
            version mismatch
            modified since
            has been modified
            changed since
            changed on disk
            concurrent modification
            concurrent update
            still referenced
            is still referenced from table
            other objects depend on it
            existing dependencies
            in use
            eresolve
            unable to resolve dependency tree
            could not resolve dependency
            resolution impossible
            conflicting dependencies
            depends on * incompatible
            ~incompatible
            """);

    private AccessPhrases() {}
}
