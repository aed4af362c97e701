package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stylecodes.studio.gallery.CollectionFiles;
import org.stylecodes.studio.store.Style;

/** Styles out of the gallery and into it. */
record CollectionRoutes(Workshop workshop) {
    private static final int MOST_IDS = 1000;

    void add(RoutesConfig routes) {
        routes.get("/api/v1/collections/export", this::export);
        routes.get("/api/v1/collections/sheet.png", this::sheet);
        routes.post("/api/v1/collections/import", this::add);
    }

    private void export(Context context) {
        context.header("Content-Disposition", "attachment; filename=\"styles.json\"");
        Json.write(context, 200, files().export(chosen(context)));
    }

    private void sheet(Context context) {
        context.header("Content-Disposition", "attachment; filename=\"styles.png\"")
                .contentType("image/png")
                .result(files().sheet(chosen(context)));
    }

    private void add(Context context) {
        Uploads uploads = new Uploads(workshop);
        UploadedFile file = uploads.files(context, "file", 1).get(0);
        Json.write(context, 200, uploads.use(file, files()::add));
    }

    private List<Style> chosen(Context context) {
        String ids = context.queryParam("ids");
        if (ids == null || ids.isEmpty()) {
            return workshop.gallery().all();
        }
        List<UUID> wanted = Arrays.stream(ids.split(","))
                .limit(MOST_IDS)
                .map(id -> Queries.uuid(id).orElseThrow(CollectionRoutes::unknown))
                .toList();
        Map<UUID, Style> found = workshop.store().styles().find(wanted).stream()
                .collect(Collectors.toMap(Style::id, Function.identity()));
        return wanted.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(CollectionRoutes::unknown))
                .toList();
    }

    private static ProblemException unknown() {
        return ProblemException.missing("there is no such style in the gallery");
    }

    private CollectionFiles files() {
        return new CollectionFiles(workshop.gallery());
    }
}
