package io.ambit.server.door;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * The connections of clients: how many of their requests run, so that a server that stops can let them end; and which of
 * them have kept the server waiting for a request for too long, be it that nothing came or that its head comes a byte at
 * a time. Those are closed. One thread looks after all of them.
 */
public final class Traffic implements Connection.Listener, HttpConfiguration.Customizer, AutoCloseable {
    private static final long LOOKS_PER_PATIENCE = 4;
    private static final long MAX_PERIOD_NANOS = 1_000_000_000;

    private final long patienceNanos;
    /** Connections without a running request, by the time since which there is none. */
    private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

    private final Thread thread;
    private int running;
    private volatile boolean stopping;
    private volatile boolean closed;

    /** @param patience how long a connection may take to bring the head of its next request */
    public Traffic(Duration patience) {
        patienceNanos = patience.toNanos();
        thread = Thread.ofPlatform().daemon().name("ambit-connections").start(this::run);
    }

    @Override
    public void onOpened(Connection connection) {
        waiting.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
    }

    /** Told by Jetty of each request whose head has come. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Connection connection = request.getConnectionMetaData().getConnection();
        waiting.remove(connection);
        change(1);
        Request.addCompletionListener(request, failure -> {
            if (connection.getEndPoint().isOpen()) {
                waiting.put(connection, System.nanoTime());
            }
            change(-1);
        });
        return request;
    }

    private synchronized void change(int by) {
        running += by;
        notifyAll();
    }

    /** Requests whose answers are not complete. */
    public synchronized int running() {
        return running;
    }

    /** Whether the server stops: what runs may end, nothing new is begun. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * From now on the server stops.
     *
     * @return whether all that ran had ended within {@code time}
     */
    public boolean drain(Duration time) {
        stopping = true;
        long deadline = System.nanoTime() + time.toNanos();
        synchronized (this) {
            while (running > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(Math.min(MAX_PERIOD_NANOS, patienceNanos / LOOKS_PER_PATIENCE));
            long now = System.nanoTime();
            waiting.forEach((connection, since) -> {
                if (now - since > patienceNanos && waiting.remove(connection, since)) {
                    connection.getEndPoint().close();
                }
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
