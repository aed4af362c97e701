package org.stylecodes.studio.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Pictures;
import org.stylecodes.json.RequestJson;
import org.stylecodes.notes.PictureNotes;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;

/** Uploads pictures, and serves pictures and thumbnails. */
public final class PictureRoutes implements Routes {
    private static final String SUFFIX = ".png";

    /** An uploaded picture, and the request that its PNG metadata carries; null if there is none. */
    record UploadedPicture(
            @JsonUnwrapped PictureView picture, @Nullable RequestJson request) {}

    private final PictureStore pictures;
    private final Uploads uploads;

    /** @param pictures the store of pictures */
    public PictureRoutes(PictureStore pictures, Uploads uploads) {
        this.pictures = pictures;
        this.uploads = uploads;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post("/api/v1/pictures", this::send);
        routes.get("/api/v1/pictures/{file}", this::file);
        routes.get("/api/v1/pictures/{id}/thumbnail.png", this::thumbnail);
    }

    private void send(Context context) {
        UploadedFile file = uploads.files(context, "picture", 1).get(0);
        UploadedPicture sent = uploads.use(
                file,
                bytes -> new UploadedPicture(
                        PictureView.of(
                                uploads.use(bytes, Uploads.name(file), picture -> pictures.add(picture, Map.of()))),
                        request(bytes)));
        Json.write(context, 201, sent);
    }

    private void file(Context context) {
        String file = context.pathParam("file");
        if (!file.endsWith(SUFFIX)) {
            throw ProblemException.missing("no picture has this id");
        }
        answer(context, pictures.png(picture(file.substring(0, file.length() - SUFFIX.length()))));
    }

    private void thumbnail(Context context) {
        answer(context, pictures.thumbnail(picture(context.pathParam("id"))));
    }

    private PictureInfo picture(String id) {
        return pictures.find(id).orElseThrow(() -> ProblemException.missing("no picture has this id"));
    }

    /**
     * Answers with a PNG file. The response may be cached forever, because a picture is named after its content and never
     * changes.
     */
    public static void answer(Context context, byte[] png) {
        context.header("Cache-Control", "private, max-age=31536000, immutable")
                .contentType("image/png")
                .result(png);
    }

    private static @Nullable RequestJson request(byte[] file) {
        try {
            PictureNotes notes = PictureNotes.read(Pictures.readText(file));
            return RequestJson.of(notes.request(), notes.model(), null, null);
        } catch (StyleCodesException none) { // not a PNG, or one from another program
            return null;
        }
    }
}
