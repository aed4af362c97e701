package org.stylecodes.studio.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.Picture;
import org.stylecodes.json.RequestJson;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.Problem;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.jobs.JobJson;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.json.StrictJson;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;

/**
 * The picture calls of AUTOMATIC1111's web interface, for programs written for it. The field {@code style_codes} holds style
 * codes, and {@code style_strength} says how strongly they act. The field {@code styles}, which names prompt snippets there, is
 * ignored.
 */
public final class AutomaticRoutes implements Routes {
    private static final int FIELDS = 1 << 16;

    /** The option that can be set; others are ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Options(@Nullable String sd_model_checkpoint) {}

    private final LoadedModel model;
    private final JobQueue queue;
    private final PictureStore pictures;
    private final Uploads uploads;
    private final SynchronousGenerations generations;

    /** @param pictures keeps the pictures to start from */
    public AutomaticRoutes(
            LoadedModel model,
            JobQueue queue,
            PictureStore pictures,
            Uploads uploads,
            SynchronousGenerations generations) {
        this.model = model;
        this.queue = queue;
        this.pictures = pictures;
        this.uploads = uploads;
        this.generations = generations;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post(
                "/sdapi/v1/txt2img",
                context -> answer(
                        context,
                        generations.draw(
                                Json.read(context, AutomaticRequest.class).request(false))));
        routes.post("/sdapi/v1/img2img", this::change);
        routes.get("/sdapi/v1/progress", this::progress);
        routes.get("/sdapi/v1/samplers", this::samplers);
        routes.get("/sdapi/v1/schedulers", this::schedulers);
        routes.get("/sdapi/v1/sd-models", this::models);
        routes.get("/sdapi/v1/options", this::options);
        routes.post("/sdapi/v1/options", this::setOptions);
    }

    /** An error in the form of AUTOMATIC1111's interface. */
    public static Object error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", problem.title());
        error.put("detail", problem.detail());
        error.put("errors", problem.detail());
        if (problem.field() != null) {
            error.put("field", FieldNames.in(AutomaticRequest.FIELDS, problem.field()));
        }
        return error;
    }

    private void change(Context context) {
        uploads.useJson(context, AutomaticRequest.class, FIELDS, request -> {
            List<String> images = request.init_images() == null ? List.of() : request.init_images();
            if (images.size() != 1) {
                throw ProblemException.impossible("there are " + images.size()
                                + " pictures in init_images; expected exactly one, in base64")
                        .about("init_images");
            }
            byte[] image = decoded(images.get(0));
            answer(
                    context,
                    generations.draw(request.request(true), () -> uploads.use(image, "init_images", this::kept)));
        });
    }

    private String kept(Picture picture) {
        return pictures.add(picture, Map.of()).id();
    }

    private void answer(Context context, CompletableFuture<SynchronousGenerations.CompletedGeneration> end) {
        context.future(() -> end.thenAccept(generation -> {
            List<String> images = generation.pictures().stream()
                    .map(picture -> Base64.getEncoder().encodeToString(pictures.png(picture)))
                    .toList();
            RequestJson drawn = JobJson.request(generation.job());
            Map<String, @Nullable Object> info = new LinkedHashMap<>();
            info.put("prompt", drawn.prompt());
            info.put("negative_prompt", drawn.negative());
            info.put("seed", drawn.seed());
            info.put(
                    "all_seeds",
                    generation.job().results().stream()
                            .map(result -> result.seed())
                            .toList());
            info.put("steps", drawn.steps());
            info.put("cfg_scale", drawn.guidance());
            info.put("sampler_name", drawn.sampler());
            info.put("width", drawn.width());
            info.put("height", drawn.height());
            info.put("sd_model_name", model.info().id());
            info.put("style_codes", drawn.styles());
            String text = new String(StrictJson.bytes(info), StandardCharsets.UTF_8);
            Json.write(context, 200, Map.of("images", images, "parameters", AutomaticRequest.of(drawn), "info", text));
        }));
    }

    private void progress(Context context) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Optional<Job.Progress> running = queue.running();
        Job.Progress now = running.orElse(Job.Progress.none(0, 0));
        double part = now.pictures() == 0
                ? 0
                : Math.max(0, now.picture() - 1 + (double) now.step() / Math.max(1, now.steps())) / now.pictures();
        answer.put("progress", part);
        answer.put("eta_relative", now.secondsLeft() == null ? 0 : now.secondsLeft());
        answer.put(
                "state",
                Map.of(
                        "skipped", false,
                        "interrupted", false,
                        "job", running.isPresent() ? "generation" : "",
                        "job_count", now.pictures(),
                        "job_no", Math.max(0, now.picture() - 1),
                        "sampling_step", now.step(),
                        "sampling_steps", now.steps()));
        answer.put("current_image", null);
        answer.put("textinfo", null);
        Json.write(context, 200, answer);
    }

    private void samplers(Context context) {
        Json.write(
                context,
                200,
                Arrays.stream(Sampler.values())
                        .map(sampler ->
                                Map.of("name", sampler.title(), "aliases", List.of(sampler.id()), "options", Map.of()))
                        .toList());
    }

    private void schedulers(Context context) {
        Json.write(
                context,
                200,
                AutomaticRequest.SCHEDULERS.stream()
                        .map(name -> Map.of("name", name.toLowerCase(Locale.ROOT), "label", name))
                        .toList());
    }

    private void models(Context context) {
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        String id = model.info().id();
        only.put("title", id);
        only.put("model_name", id);
        only.put("hash", null);
        only.put("sha256", null);
        only.put("filename", id);
        only.put("config", null);
        Json.write(context, 200, List.of(only));
    }

    private void options(Context context) {
        Json.write(context, 200, Map.of("sd_model_checkpoint", model.info().id(), "samples_format", "png"));
    }

    private void setOptions(Context context) {
        String checkpoint = Json.read(context, Options.class).sd_model_checkpoint();
        String wanted = checkpoint == null ? model.info().id() : checkpoint;
        if (!wanted.equals(model.info().id())) {
            throw ProblemException.impossible("the model '" + wanted + "' is not available; this studio serves only "
                            + model.info().id())
                    .about("sd_model_checkpoint");
        }
        Json.write(context, 200, Map.of());
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(text.startsWith("data:") ? text.indexOf(',') + 1 : 0));
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed(
                            "the picture in init_images is not valid base64; expected base64 or a data URL")
                    .about("init_images[0]");
        }
    }
}
