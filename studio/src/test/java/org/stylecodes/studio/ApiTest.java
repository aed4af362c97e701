package org.stylecodes.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.stylecodes.studio.limits.Limits;

/** The API with the built-in model, on each database. */
@ParameterizedClass
@MethodSource("org.stylecodes.studio.Database#present")
@TestInstance(Lifecycle.PER_CLASS)
abstract class ApiTest {
    static final String CODE = "RIgP_58waM-Dx3A5idNo";
    static final String SHARED = "nano1:RIgP_58waM-Dx3A5idNomo";

    @TempDir
    private static Path folder;

    @Parameter
    private Database database;

    private Database.Opened opened;
    private Studio studio;
    Caller caller;

    @BeforeParameterizedClassInvocation
    void start() throws Exception {
        Path data = folder.resolve(database.name());
        opened = database.open(data);
        studio = Studio.start(StudioOptions.local(0, data, StyleCodes::nano)
                .database(opened.url())
                .limits(Limits.DEFAULT.withQueued(4).withUpload(1 << 20, 1 << 20)));
        caller = Caller.of(studio);
        caller.awaitReady();
    }

    @AfterParameterizedClassInvocation
    void stop() throws Exception {
        studio.close();
        opened.close();
    }

    JsonNode kept(String name, String code) {
        return caller.post("/api/v1/styles", Map.of("code", code, "name", name)).json();
    }

    JsonNode ended(JsonNode job) {
        caller.get(job.path("events").asText()); // the stream ends with the job
        return caller.get(job.path("url").asText()).json();
    }

    Caller.Answer sent(byte[] picture) {
        return caller.form("/api/v1/pictures", List.of(new Caller.Part("picture", "a.png", picture)), Map.of());
    }

    static Picture scene(int style) {
        return DemoPictures.of(style, 64);
    }
}
