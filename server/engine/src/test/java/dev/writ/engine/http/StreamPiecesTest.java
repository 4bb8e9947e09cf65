package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamPiecesTest {
    private final AtomicInteger closed = new AtomicInteger();

    private InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    /** Takes what comes and says so. */
    private static final class Taker implements Flow.Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int pieces;
        private int ends;
        private @Nullable Throwable failure;
        private Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer piece) {
            assertThat(ends).isZero();
            pieces++;
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public void onError(Throwable thrown) {
            ends++;
            failure = thrown;
        }

        @Override
        public void onComplete() {
            ends++;
        }

        Flow.Subscription asks() {
            Flow.Subscription given = subscription;
            if (given == null) {
                throw new IllegalStateException("not subscribed");
            }
            return given;
        }
    }

    private static Taker subscribed(Flow.Publisher<ByteBuffer> pieces) {
        Taker taker = new Taker();
        pieces.subscribe(taker);
        return taker;
    }

    @Test
    void a_piece_is_read_when_it_is_asked_for() {
        byte[] content = new byte[StreamPieces.SIZE * 2 + 5];
        content[content.length - 1] = 7;
        Taker taker = subscribed(StreamPieces.of(stream(content)));
        assertThat(taker.pieces).isZero();
        taker.asks().request(1);
        assertThat(taker.pieces).isEqualTo(1);
        assertThat(taker.bytes.size()).isEqualTo(StreamPieces.SIZE);
        taker.asks().request(2);
        assertThat(taker.pieces).isEqualTo(3);
        assertThat(taker.ends).isZero();
        assertThat(closed).hasValue(0);
        taker.asks().request(1);
        assertThat(taker.ends).isEqualTo(1);
        assertThat(taker.failure).isNull();
        assertThat(taker.bytes.toByteArray()).isEqualTo(content);
        assertThat(closed).hasValue(1);
        taker.asks().request(5);
        taker.asks().cancel();
        assertThat(taker.ends).isEqualTo(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void everything_may_be_asked_for_at_once_and_from_within() {
        byte[] content = new byte[StreamPieces.SIZE * 50];
        Taker all = subscribed(StreamPieces.of(stream(content)));
        all.asks().request(Long.MAX_VALUE);
        all.asks().request(Long.MAX_VALUE);
        assertThat(all.bytes.size()).isEqualTo(content.length);
        assertThat(all.ends).isEqualTo(1);

        AtomicInteger deepest = new AtomicInteger();
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        StreamPieces.of(stream(new byte[StreamPieces.SIZE * 5000])).subscribe(new Flow.Subscriber<>() {
            private Flow.@Nullable Subscription mine;

            @Override
            public void onSubscribe(Flow.Subscription given) {
                mine = given;
                given.request(1);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                count.incrementAndGet();
                deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
                if (mine != null) {
                    mine.request(1);
                }
                depth.decrementAndGet();
            }

            @Override
            public void onError(Throwable failure) {
                count.set(-1);
            }

            @Override
            public void onComplete() {
                count.incrementAndGet();
            }
        });
        assertThat(count).hasValue(5001);
        assertThat(deepest).hasValue(1);
    }

    @Test
    void who_goes_away_has_it_closed_before_and_after_it_was_read() {
        Taker before = subscribed(StreamPieces.of(stream(new byte[9])));
        before.asks().cancel();
        assertThat(closed).hasValue(1);
        before.asks().request(1);
        assertThat(before.pieces).isZero();

        Taker after = subscribed(StreamPieces.of(stream(new byte[StreamPieces.SIZE * 3])));
        after.asks().request(1);
        after.asks().cancel();
        after.asks().cancel();
        after.asks().request(1);
        assertThat(closed).hasValue(2);
        assertThat(after.pieces).isEqualTo(1);
        assertThat(after.ends).isZero();
    }

    @Test
    void content_that_is_not_sent_is_closed() {
        Content.ofPieces(StreamPieces.of(stream(new byte[9]))).discard();
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_is_made_for_the_reader_is_not_made_without_one() {
        AtomicInteger opened = new AtomicInteger();
        Taker taker = subscribed(StreamPieces.of(() -> {
            opened.incrementAndGet();
            return stream(new byte[9]);
        }));
        taker.asks().cancel();
        assertThat(opened).hasValue(0);
        assertThat(closed).hasValue(0);
    }

    @Test
    void a_failure_is_told_and_the_stream_closed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        Taker taker = subscribed(StreamPieces.of(broken));
        taker.asks().request(1);
        assertThat(taker.failure).hasMessage("broken");
        assertThat(closed).hasValue(1);

        Taker unopened = subscribed(StreamPieces.of(() -> {
            throw new IOException("no such file");
        }));
        unopened.asks().request(1);
        assertThat(unopened.failure).hasMessage("no such file");
        assertThat(unopened.ends).isEqualTo(1);
    }

    @Test
    void there_is_one_reader() {
        StreamPieces pieces = StreamPieces.of(stream(new byte[9]));
        subscribed(pieces);
        Taker second = subscribed(pieces);
        assertThat(second.failure).isInstanceOf(IllegalStateException.class);
        assertThat(closed).hasValue(0);
    }

    @Test
    void no_piece_is_no_number_of_pieces() {
        Taker taker = subscribed(StreamPieces.of(stream(new byte[9])));
        taker.asks().request(0);
        assertThat(taker.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_source_gives_all_of_it_to_everybody() {
        ByteSource source = ByteSource.of(new byte[] {1, 2, 3});
        for (int i = 0; i < 2; i++) {
            Taker taker = subscribed(source);
            taker.asks().request(9);
            assertThat(taker.bytes.toByteArray()).containsExactly(1, 2, 3);
            assertThat(taker.ends).isEqualTo(1);
        }
    }

    /** Cancelled by another thread while it waits for the next bytes: closed when they come, and nothing is told any more. */
    @Test
    void who_goes_away_while_it_waits_has_it_closed_in_the_end() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        InputStream slow = new InputStream() {
            @Override
            public int read() throws IOException {
                reading.countDown();
                try {
                    assertThat(mayGo.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        Taker taker = subscribed(StreamPieces.of(slow));
        Thread reader = new Thread(() -> taker.asks().request(3));
        reader.start();
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        taker.asks().cancel();
        assertThat(closed).hasValue(0);
        mayGo.countDown();
        reader.join(20_000);
        assertThat(closed).hasValue(1);
    }
}
