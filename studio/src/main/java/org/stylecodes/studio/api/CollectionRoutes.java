package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
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
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.StyleCollection;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleRecords;
import org.stylecodes.studio.text.InputText;

/** Exports and imports styles of the gallery. */
public final class CollectionRoutes implements Routes {
    private static final int MAX_IDS = 1000;

    private final Gallery gallery;
    private final StyleRecords styles;
    private final CollectionFiles files;
    private final Uploads uploads;

    /** @param files exports and imports the styles */
    public CollectionRoutes(Gallery gallery, StyleRecords styles, CollectionFiles files, Uploads uploads) {
        this.gallery = gallery;
        this.styles = styles;
        this.files = files;
        this.uploads = uploads;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.get("/api/v1/collections/export", this::export);
        routes.get("/api/v1/collections/sheet.png", this::sheet);
        routes.post("/api/v1/collections/import", this::importFile);
    }

    private void export(Context context) {
        StyleCollection collection = files.export(chosen(context));
        context.header("Content-Disposition", "attachment; filename=\"styles.json\"");
        Json.write(context, 200, collection);
    }

    private void sheet(Context context) {
        byte[] sheet = files.sheet(chosen(context));
        context.header("Content-Disposition", "attachment; filename=\"styles.png\"")
                .contentType("image/png")
                .result(sheet);
    }

    private void importFile(Context context) {
        UploadedFile file = uploads.files(context, "file", 1).get(0);
        Json.write(context, 200, uploads.use(file, files::add));
    }

    private List<Style> chosen(Context context) {
        String ids = context.queryParam("ids");
        if (ids == null || ids.isEmpty()) {
            return gallery.all();
        }
        List<UUID> wanted = Arrays.stream(ids.split(","))
                .limit(MAX_IDS)
                .map(id -> InputText.uuid(id).orElseThrow(CollectionRoutes::unknown))
                .toList();
        Map<UUID, Style> found = styles.find(wanted).stream().collect(Collectors.toMap(Style::id, Function.identity()));
        return wanted.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(CollectionRoutes::unknown))
                .toList();
    }

    private static ProblemException unknown() {
        return ProblemException.missing(
                        "'ids' names a style that is not in the gallery; reload the gallery and choose again")
                .about("ids");
    }
}
