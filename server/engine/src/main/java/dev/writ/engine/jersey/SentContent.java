package dev.writ.engine.jersey;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.jersey.server.ContainerRequest;

/** Counts the bytes of answers as they are sent: the outermost of all interceptors. */
final class SentContent implements WriterInterceptor {
    private static final String PROPERTY = SentContent.class.getName();

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        // What is written bit by bit comes here more than once.
        AtomicLong bytes = context.getProperty(PROPERTY) instanceof AtomicLong before ? before : new AtomicLong();
        context.setProperty(PROPERTY, bytes);
        context.setOutputStream(new Counting(context.getOutputStream(), bytes));
        context.proceed();
    }

    static long bytes(ContainerRequest request) {
        return request.getProperty(PROPERTY) instanceof AtomicLong bytes ? bytes.get() : 0;
    }

    private static final class Counting extends FilterOutputStream {
        private final AtomicLong bytes;

        Counting(OutputStream client, AtomicLong bytes) {
            super(client);
            this.bytes = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            bytes.addAndGet(len);
        }
    }
}
