package org.stylecodes.studio.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Size;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.json.RequestJson;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.access.AccessControl;
import org.stylecodes.studio.api.PictureView;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.Problem;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;

/**
 * The picture calls of OpenAI's API, for programs written for it. Whatever model they name, the model of this studio draws. The
 * field {@code styles} holds style codes.
 */
public final class OpenAiRoutes implements Routes {
    private static final Map<String, String> FIELDS =
            Map.of("count", "n", "width", "size", "height", "size", "init", "image", "initStrength", "strength");

    /** A request; {@code styles} and {@code seed} are extensions. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ImageRequest(
            @Nullable String prompt,
            @Nullable Integer n,
            @Nullable String size,
            @Nullable String response_format,
            @Nullable JsonNode styles,
            @Nullable Long seed) {}

    /** A picture, as base64, by its URL, or both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(@Nullable String b64_json, @Nullable String url) {}

    private final LoadedModel model;
    private final PictureStore pictures;
    private final Uploads uploads;
    private final SynchronousGenerations generations;
    private final AccessControl access;

    /** @param access knows the origin of picture URLs */
    public OpenAiRoutes(
            LoadedModel model,
            PictureStore pictures,
            Uploads uploads,
            SynchronousGenerations generations,
            AccessControl access) {
        this.model = model;
        this.pictures = pictures;
        this.uploads = uploads;
        this.generations = generations;
        this.access = access;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post("/v1/images/generations", this::generate);
        routes.post("/v1/images/edits", this::edit);
        routes.get("/v1/models", this::models);
    }

    /** An error in the form of OpenAI's API. */
    public static Object error(Problem problem) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", problem.detail());
        error.put("type", problem.status() < 500 ? "invalid_request_error" : "server_error");
        error.put("param", problem.field() == null ? null : FieldNames.in(FIELDS, problem.field()));
        error.put("code", problem.type().replaceFirst(".*#", "").replace('-', '_'));
        return Map.of("error", error);
    }

    private void models(Context context) {
        Map<String, Object> only =
                Map.of("id", model.info().id(), "object", "model", "created", 0, "owned_by", "stylecodes");
        Json.write(context, 200, Map.of("object", "list", "data", List.of(only)));
    }

    private void generate(Context context) {
        ImageRequest wanted = Json.read(context, ImageRequest.class);
        String prompt = Json.required("prompt", wanted.prompt());
        RequestJson request = request(
                prompt, wanted.n(), wanted.size(), CompatibleStyles.of("styles", wanted.styles()), wanted.seed(), null);
        answer(context, generations.draw(request), wanted.response_format());
    }

    private void edit(Context context) {
        UploadedFile file = uploads.file(context, List.of("image", "image[]"));
        if (!context.uploadedFiles("mask").isEmpty()) {
            throw ProblemException.impossible(
                            "masks are not supported, because a picture is changed as a whole; leave out 'mask'")
                    .about("mask");
        }
        List<StyleJson> styles = CompatibleStyles.of(
                Optional.ofNullable(context.formParam("styles")).orElse(""));
        RequestJson request = request(
                Json.required("prompt", context.formParam("prompt")),
                whole(context.formParam("n")),
                context.formParam("size"),
                styles,
                seed(context.formParam("seed")),
                fraction(context.formParam("strength")));
        answer(context, generations.draw(request, () -> kept(file)), context.formParam("response_format"));
    }

    private String kept(UploadedFile file) {
        return uploads.use(
                file,
                bytes -> uploads.use(bytes, Uploads.name(file), picture -> pictures.add(picture, Map.of())
                        .id()));
    }

    private void answer(
            Context context,
            CompletableFuture<SynchronousGenerations.CompletedGeneration> drawn,
            @Nullable String format) {
        context.future(() -> drawn.thenAccept(generation -> {
            List<Image> images = generation.pictures().stream()
                    .map(picture -> image(picture, format, context))
                    .toList();
            Json.write(context, 200, Map.of("created", System.currentTimeMillis() / 1000, "data", images));
        }));
    }

    // Without a response format both are set, because programs differ in what they expect.
    private Image image(PictureInfo picture, @Nullable String format, Context context) {
        String bytes = Base64.getEncoder().encodeToString(pictures.png(picture));
        String url = access.origin(context) + PictureView.of(picture).url();
        return new Image("url".equals(format) ? null : bytes, "b64_json".equals(format) ? null : url);
    }

    private static RequestJson request(
            String prompt,
            @Nullable Integer count,
            @Nullable String size,
            List<StyleJson> styles,
            @Nullable Long seed,
            @Nullable Double initStrength) {
        Size wanted = size == null || size.equals("auto")
                ? null
                : InvalidFieldException.check("size", () -> Size.parse(size));
        return new RequestJson(
                prompt,
                null,
                styles,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                seed,
                count,
                wanted == null ? null : wanted.width(),
                wanted == null ? null : wanted.height(),
                null,
                initStrength,
                null,
                null);
    }

    private static @Nullable Long seed(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("seed", "the seed is '" + text + "'; expected a whole number of 64 bits");
        }
    }

    private static @Nullable Integer whole(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("n", "the number of pictures is '" + text + "'; expected a whole number");
        }
    }

    private static @Nullable Double fraction(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(
                    "strength", "the strength is '" + text + "'; expected more than 0 and at most 1");
        }
    }
}
