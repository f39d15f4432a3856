package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Map;

/** How tools say that what a call names is not there, is of another sort, or that a value will not do. */
final class ThingPhrases {
    static final Map<FailureClass, String> BOOK =
            Map.of(FailureClass.NOT_FOUND, """
            no rule to make target * needed by
            no targets specified and no makefile found
            missing and no known rule to make it
            src refspec * does not match any
            couldnt open file
            no section
            no public key
            no secret key
            is not a valid commit
            is not a valid revision
            does not contain main module
            no * target named
            name not matched
            invalid user
            invalid group
            did not resolve to
            no package json found
            no matching version
            unrecognized import path
            no available
            could not be found
            manifest unknown
            could not resolve to a
            no makefile found
            cannot add or update a child row
            no class def found
            cannot load such file
            must exist
            no makefile
            no pages
            no items
            no item
            no record
            no task
            no user
            no page
            not a member of
            no such file or directory
            no such file
            no such directory
            no such
            enoent
            file not found
            path not found
            not found
            does not exist
            does not exist or you do not have access
            doesnt exist
            do not exist
            not exist
            nonexistent
            no longer exists
            cannot find
            cant find
            could not find
            couldnt find
            unable to find
            unable to locate
            cannot locate
            cant locate
            no matching
            no match
            no matches found
            none match
            unknown revision
            unknown commit
            bad revision
            bad object
            unknown id
            unknown resource
            unknown user
            unknown column
            unknown table
            unknown database
            unknown package
            did not match any
            pathspec * did not match any
            invalid reference
            not a valid object name
            not a valid ref
            not something we can merge
            not a valid branch point
            invalid upstream
            bad source
            could not be found or you do not have permission
            couldnt find remote ref
            does not appear to be a git repository
            repository * not found
            not a git repository
            needed a single revision
            no module named
            cannot find module
            cannot find package
            cannot find crate
            module not found
            unresolved import
            use of undeclared crate
            use of unresolved module
            no required module provides package
            no such table
            sqlite cantopen
            no such column
            no such index
            no such view
            no such savepoint
            has no column named
            relation * does not exist
            column * does not exist
            table * doesnt exist
            database * does not exist
            schema * does not exist
            no results
            no rows
            no data
            is not present in table
            foreign key constraint
            foreign key constraint failed
            violates foreign key constraint
            record not found
            cannot stat
            unable to open database file
            could not open requirements file
            no matching distribution found
            could not find a version that satisfies
            no matching package named
            no matching package
            failed to select a version for the requirement
            no matching version found
            could not find artifact
            non resolvable parent pom
            is not in this registry
            not installed
            is not installed
            etarget
            key error
            no stash entries found
            no note found
            no tags can describe
            no submodule mapping found
            gone
            no pom in this directory
            does not have any commits yet
            unknown repository
            could not open input file
            cant open
            ~cannot open
            ~cannot access
            ~unknown
            """, FailureClass.WRONG_TOOL, """
            hard link not allowed for directory
            hard link not allowed
            not a regular file
            not a directory or
            cannot be read as text
            is a directory
            are directories
            eisdir
            unimplemented
            illegal operation on a directory
            not a directory
            enotdir
            omitting directory
            not specified omitting directory
            method not allowed
            not implemented
            operation not supported
            not supported
            unsupported operation
            does not support
            doesnt support
            not supported by
            eopnotsupp
            enotsup
            cannot be used for
            use * instead
            use the * tool
            use drop table
            use drop view
            use drop index
            binary file
            cannot read binary
            is a binary
            appears to be binary
            appears to be a binary
            not a text file
            wrong tool
            only supports
            only select queries are allowed
            only select
            only read queries
            only * queries are allowed
            not allowed for write query
            cannot modify * because it is a view
            is a view
            may not be indexed
            cannot insert into view
            cannot update view
            is not a view
            is not a table
            is not an index
            is not a sequence
            wrong object type
            inappropriate ioctl
            this operation must be run in a work tree
            must be run in a work tree
            cannot be run inside a transaction block
            cannot run inside a transaction block
            """, FailureClass.WRONG_VALUE, """
            missing separator
            missing near
            compile failed
            unknown argument to
            unknown regular expression
            invalid user name
            invalid group name
            no valid * data
            could not read certificate
            could not read private key
            digest method not supported
            no * in progress
            patch is empty
            patch format detection failed
            missing section header
            contains no section headers
            could not create named
            missing near end of file
            unknown key type
            syntax error missing argument
            invalid option expected one of
            input should be a valid url
            input should be a valid date
            input should be a valid datetime
            input should be a valid email
            error in your sql syntax
            data truncated
            imported and not used
            declared and not used
            missing return
            cannot borrow
            use of moved value
            does not live long enough
            unreported exception
            strict mode violation
            is not included in the list
            argument error
            validation exception
            can only be used in transaction blocks
            syntax error
            syntax error unexpected end of file
            is not a valid branch name
            url using bad illegal format
            takes * positional argument but
            parse error
            parsing error
            invalid value
            invalid argument
            invalid arguments
            invalid json
            invalid url
            invalid format
            invalid date
            invalid path
            invalid regular expression
            invalid regex
            invalid choice
            invalid enum
            invalid input
            invalid status
            invalid transition
            invalid name
            invalid id
            invalid mode
            invalid range
            invalid timeout
            invalid parameter value
            invalid parameter
            invalid params
            invalid request
            timeout must
            timeout value
            illegal argument
            invalid
            illegal
            bad request
            malformed
            out of range
            out of bounds
            must be
            must match
            must contain
            must start with
            must have
            must not
            should be
            should match
            is not a valid
            is not valid
            not a valid
            not valid
            unexpected token
            unexpected character
            unexpected end of input
            unexpected end of file
            unexpected end of json input
            unexpected eof while parsing
            unexpected end of file while looking
            unexpected eof while looking for matching
            unexpected symbol
            unexpected identifier
            near unexpected token
            unterminated
            unmatched
            unbalanced
            unclosed
            incomplete input
            was never closed
            not one of
            one of the allowed values
            does not match
            doesnt match
            do not match
            did not match
            does not conform
            check constraint
            violates check constraint
            value too long
            too long
            too large
            too big
            too small
            too short
            too deep
            too many terms
            too many arguments
            too many positional arguments
            takes * positional arguments but * given
            file name too long
            enametoolong
            einval
            exceeds
            greater than
            less than
            at least
            at most
            json decode error
            expecting value
            expecting property name
            extra data
            value error
            assertion error
            unprocessable
            unprocessable entity
            unprocessable content
            unsupported media type
            payload too large
            content too large
            uri too long
            range not satisfiable
            not acceptable
            expectation failed
            unknown encoding
            unknown time zone
            unrecognized time zone
            unknown url type
            unknown collation
            unsupported protocol
            protocol * not supported
            unsupported url
            no host part
            url rejected
            port number was not
            corrupt patch
            no valid patches
            patch does not apply
            patch failed
            hunk failed
            bad config
            bad substitution
            bad file descriptor
            bad escape
            bad character range
            nothing to repeat
            division by zero
            divide by zero
            negative
            nothing to commit
            no changes
            nothing to
            multiple occurrences
            found * matches
            ambiguous
            is ambiguous
            not unique
            string to replace
            string not found in file
            old string not found
            old str not found
            text not found in file
            could not find exact match
            did not appear verbatim
            no replacement was performed
            cannot transition
            cannot move
            are the same file
            to a subdirectory of itself
            into itself
            codec cant decode
            codec cant encode
            not in gzip format
            not a zip file
            file is not a database
            cannot find zipfile directory
            does not look like a tar archive
            is not a valid zip
            index error
            unsafe
            not properly formatted
            unable to parse
            failed to parse
            could not parse
            cannot parse
            parse failure
            parseerror
            parse exception
            expected
            not a legal
            cannot be used with
            cannot be used together
            mutually exclusive
            incompatible with
            is not compatible
            values for * columns
            more expressions than target columns
            more target columns than expressions
            each * query must have the same number of columns
            must appear in the group by clause
            misuse of aggregate
            only execute one statement at a time
            invalid byte sequence
            overflow
            unknown signal
            wrong
            cannot be
            """);

    private ThingPhrases() {}
}
