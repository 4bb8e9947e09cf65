package dev.writ.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.api.FilePart;
import dev.writ.engine.Writ;
import dev.writ.engine.testing.TestClient;
import dev.writ.engine.testing.TestResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the guide that takes a form. */
class GuideFormsTest {
    // snippet: form
    record Photo(
            String title,
            @Nullable LocalDate taken,
            @Nullable List<String> tags,
            FilePart image) {}
    // end

    @TempDir
    private Path photos;

    @Test
    void a_photo_is_added() {
        // snippet: forms
        Writ service = Writ.contract("photos.yaml").on("addPhoto", request -> {
            Photo photo = request.body(Photo.class);
            String stored = UUID.randomUUID().toString();
            photo.image().copyTo(photos.resolve(stored));
            return Map.of(
                    "id", stored, "title", photo.title(), "bytes", photo.image().size());
        });
        // end
        try (TestClient client = service.testClient()) {
            // snippet: form-client
            TestResponse added = client.post("/photos")
                    .field("title", "Sea")
                    .field("tags", "blue")
                    .field("tags", "wide")
                    .file("image", "sea.png", "image/png", new byte[] {1, 2, 3})
                    .send();
            // end
            assertThat(added.json().get("bytes").asInt()).isEqualTo(3);
            assertThat(photos.resolve(added.json().get("id").asText())).hasBinaryContent(new byte[] {1, 2, 3});
            TestResponse refused = client.post("/photos")
                    .field("taken", "yesterday")
                    .file("image", "sea.html", "text/html", new byte[] {1})
                    .send();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("violations"))
                    .extracting(violation -> violation.get("message").asText())
                    .containsExactly(
                            "image: must be image/png or image/jpeg, is text/html",
                            "title: is required",
                            "taken: must be a valid date");
        }
    }
}
