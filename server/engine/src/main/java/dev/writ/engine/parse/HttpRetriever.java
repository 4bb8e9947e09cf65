package dev.writ.engine.parse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Documents of hosts that the caller has allowed, by http and https; a redirect may lead to such a host only. */
final class HttpRetriever implements Retriever {
    private static final int MAX_REDIRECTS = 5;

    private final Set<String> hosts;
    private final Duration longest;

    /**
     * A retriever that gives up in time.
     *
     * @param hosts in lower case; with a port, if it is not the usual one
     * @param longest that one document may take
     */
    HttpRetriever(Set<String> hosts, Duration longest) {
        this.hosts = Set.copyOf(hosts);
        this.longest = longest;
    }

    @Override
    public Optional<byte[]> retrieve(URI uri) throws IOException {
        if (!isHttp(uri)) {
            return Optional.empty();
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(longest)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        long end = System.nanoTime() + longest.toNanos();
        URI at = uri;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            check(at);
            HttpResponse<InputStream> response = within(
                    end,
                    client.sendAsync(
                            HttpRequest.newBuilder(at).timeout(longest).build(),
                            HttpResponse.BodyHandlers.ofInputStream()));
            try (InputStream body = response.body()) {
                Optional<String> location = response.headers().firstValue("location");
                if (response.statusCode() / 100 == 3 && location.isPresent()) {
                    at = at.resolve(location.get());
                    continue;
                }
                if (response.statusCode() != 200) {
                    throw new IOException("the answer was " + response.statusCode());
                }
                return Optional.of(within(end, CompletableFuture.supplyAsync(() -> read(body))));
            } catch (IllegalArgumentException e) {
                throw new IOException("redirected to what is no URI", e);
            }
        }
        throw new IOException("redirected more than " + MAX_REDIRECTS + " times");
    }

    private void check(URI uri) throws IOException {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        String allow = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
        if (!isHttp(uri) || !hosts.contains(allow)) {
            throw new IOException("documents of this host are not retrieved unless it is allowed: allowHost(\"" + allow
                    + "\") of the loader does that");
        }
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static byte[] read(InputStream body) {
        try {
            return Bytes.read(body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <T> T within(long end, CompletableFuture<T> future) throws IOException {
        try {
            return future.get(Math.max(end - System.nanoTime(), 1), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new IOException("no whole answer within " + longest.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Throwable origin = cause.getCause() instanceof IOException inner ? inner : cause;
            throw new IOException(Optional.ofNullable(origin.getMessage()).orElse("no answer"), e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
