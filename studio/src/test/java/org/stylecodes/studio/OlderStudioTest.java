package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/**
 * Opens the data that a studio of version 0.1 left when it was killed. The recorded answers are the last ones of the older
 * studio. The README next to them describes how they were made.
 */
@ParameterizedClass
@MethodSource("org.stylecodes.studio.Database#present")
@TestInstance(Lifecycle.PER_CLASS)
class OlderStudioTest {
    static final Path FILES = Path.of("src/test/resources/v0.1");

    /** The model that drew the pictures; its weights are random. */
    static final Path MODEL = Path.of("../model/src/test/resources/golden/tiny-sd15");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    @Parameter
    private Database database;

    private Database.Opened opened;
    private Studio studio;
    private Caller caller;

    @BeforeParameterizedClassInvocation
    void open() throws Exception {
        Path data = folder.resolve(database.name());
        boolean shared = database == Database.POSTGRES;
        unpack(data, file -> !shared || file.startsWith("pictures/"));
        opened = database.open(data);
        if (shared) {
            load(opened.schema());
        }
        studio = Studio.start(
                StudioOptions.local(0, data, () -> StyleCodes.open(MODEL)).database(opened.url()));
        caller = Caller.of(studio).awaitReady();
    }

    @AfterParameterizedClassInvocation
    void close() throws Exception {
        studio.close();
        opened.close();
    }

    @Test
    void stylesAreUnchanged() throws IOException {
        JsonNode recorded = recorded("styles.json");
        JsonNode listed = caller.get("/api/v1/styles").json();
        assertKept("styles", recorded.path("tags"), listed.path("tags"));
        assertKept("styles", recorded.path("total"), listed.path("total"));
        assertEquals(ids(recorded), ids(listed));
        for (int i = 0; i < recorded.path("items").size(); i++) {
            JsonNode style = recorded.path("items").path(i);
            for (String field : List.of(
                    "code",
                    "shared",
                    "name",
                    "tags",
                    "note",
                    "favourite",
                    "reference",
                    "samples",
                    "createdAt",
                    "updatedAt")) {
                assertKept(
                        field, style.path(field), listed.path("items").path(i).path(field));
            }
        }
    }

    @Test
    void generationsKeepTheirOrder() throws IOException {
        assertEquals(
                ids(recorded("generations.json")),
                ids(caller.get("/api/v1/generations?limit=100").json()));
    }

    @Test
    void endedGenerationsAreUnchanged() throws IOException {
        for (JsonNode job : recorded("generations.json").path("items")) {
            if (!job.path("finishedAt").isNull()) {
                JsonNode now = caller.get(job.path("url").asText()).json();
                for (String field : List.of(
                        "kind", "state", "request", "results", "createdAt", "startedAt", "finishedAt", "events")) {
                    assertKept(field, job.path(field), now.path(field));
                }
                assertKept("status", job.at("/error/status"), now.at("/error/status"));
                assertKept("detail", job.at("/error/detail"), now.at("/error/detail"));
            }
        }
    }

    @Test
    void pictureFilesAreUnchanged() throws Exception {
        for (JsonNode picture : recorded("generations.json").findValues("picture")) {
            if (picture.isObject()) {
                assertWhole(picture);
            }
        }
        for (JsonNode picture : recorded("styles.json").findValues("reference")) {
            if (picture.isObject()) {
                assertWhole(picture);
            }
        }
    }

    @Test
    void waitingGenerationsAreDrawn() throws IOException {
        for (JsonNode job : recorded("generations.json").path("items")) {
            if (job.path("finishedAt").isNull()) {
                caller.get(job.path("events").asText()); // the stream ends with the job
                JsonNode now = caller.get(job.path("url").asText()).json();
                assertEquals("done", now.path("state").asText(), now.toString());
                assertKept("request", job.path("request"), now.path("request"));
                assertKept("results", job.path("results"), now.path("results"));
                assertDrawn(now);
            }
        }
    }

    @Test
    void waitingSamplesAreDrawn() throws IOException {
        for (JsonNode style : recorded("styles.json").path("items")) {
            String url = "/api/v1/styles/" + style.path("id").asText();
            Caller.await(() -> caller.get(url).json().path("samples").findValues("picture").stream()
                    .allMatch(JsonNode::isObject));
        }
    }

    private void assertDrawn(JsonNode job) {
        JsonNode request = job.path("request");
        assertEquals(request.path("count").asInt(), job.path("results").size());
        for (int i = 0; i < job.path("results").size(); i++) {
            JsonNode result = job.path("results").path(i);
            assertEquals(request.path("seed").asLong() + i, result.path("seed").asLong());
            Picture picture =
                    Pictures.read(caller.get(result.path("picture").path("url").asText())
                            .response()
                            .body());
            assertEquals(request.path("width").asInt(), picture.width());
            assertEquals(request.path("height").asInt(), picture.height());
        }
    }

    // The id of a picture is the hash of its file.
    private void assertWhole(JsonNode picture) throws Exception {
        Caller.Answer answer = caller.get(picture.path("url").asText());
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(answer.response().body());
        assertEquals(picture.path("id").asText(), HexFormat.of().formatHex(hash));
    }

    /** Asserts that every recorded value is still present. There may be new fields. Recorded nulls may have values now. */
    private static void assertKept(String what, JsonNode recorded, JsonNode now) {
        if (recorded.isContainerNode()) {
            for (Map.Entry<String, JsonNode> field : recorded.properties()) {
                assertKept(what + " " + field.getKey(), field.getValue(), now.path(field.getKey()));
            }
            for (int i = 0; i < recorded.size() && recorded.isArray(); i++) {
                assertKept(what + " " + i, recorded.path(i), now.path(i));
            }
        } else if (recorded.isFloatingPointNumber()) {
            assertEquals(recorded.asDouble(), now.asDouble(), what);
        } else if (!recorded.isNull()) {
            assertEquals(recorded, now, what);
        }
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private JsonNode recorded(String name) throws IOException {
        return JSON.readTree(FILES.resolve(database.name().toLowerCase(Locale.ROOT))
                .resolve(name)
                .toFile());
    }

    private static void unpack(Path data, Predicate<String> wanted) throws IOException {
        try (InputStream file = Files.newInputStream(FILES.resolve("data.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (wanted.test(entry.getName())) {
                    Path target = data.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    // The dump contains the schema of the older studio in every statement.
    private static void load(PostgresSchema schema) throws Exception {
        String dump = Files.readString(FILES.resolve("postgres").resolve("database.sql"));
        try (Connection connection = DriverManager.getConnection(schema.database());
                Statement statement = connection.createStatement()) {
            statement.execute(dump.replace("public.", schema.name() + "."));
        }
    }
}
