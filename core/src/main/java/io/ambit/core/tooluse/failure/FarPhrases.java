package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Map;

/** How services say that they are too busy, too slow or out of reach, and that they broke. */
final class FarPhrases {
    static final Map<FailureClass, String> BOOK = Map.of(
            FailureClass.RATE,
            """
            quota
            rate limit
            rate limited
            rate limits
            rate limiting
            ratelimit
            ratelimited
            too many requests
            too many connections
            too many clients
            remaining connection slots are reserved
            quota exceeded
            exceeded * quota > stop
            insufficient quota > stop
            resource exhausted
            throttled
            throttling
            slow down
            requests per
            request limit
            usage limit > stop
            limit reached
            overloaded
            credit balance * too low > stop
            payment required > stop
            concurrency limit
            concurrent requests
            """,
            FailureClass.TIMEOUT,
            """
            did not answer in time
            not answer in time
            timeout * exceeded
            socket timeout
            connect timeout error
            timed out after
            timed out
            timeout
            time out
            timeouts
            timeout expired
            timeout exceeded
            etimedout
            esockettimedout
            deadline exceeded
            deadline has elapsed
            time limit exceeded
            took too long
            took longer than
            maximum execution time
            operation timed out
            connection timed out
            connect timeout
            read timeout
            gateway timeout
            request timeout
            headers timeout error
            statement due to statement timeout
            statement timeout
            did not respond within
            no response within
            not complete within
            operation was aborted due to timeout
            exceeded * time limit
            """,
            FailureClass.TRANSPORT,
            """
            gnu tls
            unexpected tls packet
            connection to server on socket * failed no such file or directory > change
            module lookup disabled > stop
            err name not resolved > change
            connection to the server * was refused
            was refused by the server
            name not resolved
            target closed
            has been closed
            unsupported protocol version
            remote host closed
            cannot connect to host
            daemon running
            connection refused
            econnrefused
            connection reset
            econnreset
            connection aborted
            connection closed
            connection was closed
            connection error
            connection failed
            connection lost
            connection broken
            broken pipe
            epipe
            no route to host
            network is unreachable
            host is unreachable
            ehostunreach
            enetunreach
            host unreachable
            could not resolve host > change
            could not resolve hostname > change
            could not resolve proxy
            couldnt resolve host
            could not translate host name > change
            name or service not known > change
            temporary failure in name resolution
            temporary failure resolving
            getaddrinfo
            enotfound > change
            eai again
            nodename nor servname provided > change
            no address associated with hostname > change
            no such host > change
            name resolution
            unknown host > change
            failed to lookup address
            bad address
            certificate verify failed > stop
            certificate has expired > stop
            certificate problem > stop
            certificate is not trusted > stop
            certificate signed by unknown authority > stop
            certificate subject name * does not match > stop
            self signed certificate > stop
            unable to verify the first certificate > stop
            unable to get local issuer certificate > stop
            unable to find valid certification path > stop
            certificate > stop
            ssl error > stop
            tls handshake
            handshake failure
            wrong version number > change
            packet length too long > change
            first record does not look like a tls handshake > change
            ssl * plain http > change
            received http * instead > change
            remote end closed connection
            socket hang up
            other side closed
            empty reply from server
            bad status line
            bad chunk
            malformed http response
            received http 0 9 when not allowed
            incomplete read
            transfer closed
            parse error expected http > change
            failed to connect
            failed to establish a new connection
            could not connect
            couldnt connect
            cannot connect
            unable to connect
            cant connect
            connection to server * failed
            server closed the connection unexpectedly
            server disconnected
            lost connection
            unexpected eof
            early eof
            remote end hung up
            bad gateway
            upstream connect error
            network error
            network request failed
            fetch failed
            ~failed to fetch
            failed to download from
            proxy error
            cannot access * in offline mode > stop
            offline mode > stop
            only if cached > stop
            enotcached > stop
            is offline
            not connected
            no internet
            recv failure
            ~unable to access
            ~could not read from remote repository
            ~unavailable
            """,
            FailureClass.TOOL_FAULT,
            """
            down for maintenance
            under maintenance
            unknown internal error
            process exited unexpectedly
            internal compiler error
            not enough memory
            internal error
            internal server error > retry
            service unavailable > retry
            temporarily unavailable > retry
            service is unavailable > retry
            segmentation fault
            core dumped
            bus error
            floating point exception
            illegal instruction
            out of memory
            cannot allocate memory
            memory error
            memory exhausted
            heap limit
            java heap space
            no space left on device
            enospc
            disk full
            disk is full
            database or disk is full
            disk quota exceeded
            too many open files
            emfile
            stack overflow
            stack overflow error
            stack level too deep
            maximum recursion depth exceeded > change
            maximum call stack size exceeded > change
            recursion error
            null pointer exception > change
            null pointer dereference
            nil pointer dereference > change
            cannot read properties of undefined > change
            cannot read properties of null > change
            cannot read property * of undefined > change
            none type object has no attribute > change
            not implemented error
            unhandled exception
            unhandled error
            unexpected error
            unexpected exception
            unexpected internal error
            input output error
            eio
            database disk image is malformed
            is corrupt
            corrupted
            loose object * is corrupt
            bad interpreter
            cannot execute * required file not found
            error while loading shared libraries
            cannot open shared object file
            exec format error
            not initialized
            crashed
            panicked
            panic
            aborted core
            ~aborted
            ~killed
            ~runtime error
            """);

    private FarPhrases() {}
}
