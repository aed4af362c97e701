package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.ModelInfo;
import org.stylecodes.Preset;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.json.RequestJson;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.studio.gallery.StyleSamples;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.LoadedModel;

/** Describes the model, its defaults and the limits of a request. */
public final class ModelRoutes implements Routes {
    /**
     * The model.
     *
     * @param presets the fields that each preset sets, by its name
     * @param words all words that the model was trained on; null if it understands free text
     */
    record ModelView(
            String id,
            int sizeStep,
            Defaults defaults,
            Map<String, RequestJson> presets,
            List<String> samplers,
            Bounds limits,
            List<String> samplePrompts,
            @Nullable List<String> words,
            @Nullable String version) {}

    /** The values that the model uses for fields that a request leaves out. */
    record Defaults(
            double strength,
            @Nullable Double guidance,
            @Nullable Double styleGuidance,
            String guidanceMode,
            RequestJson.@Nullable StepInterval guidanceInterval,
            RequestJson.@Nullable StepInterval styleInterval,
            int steps,
            String sampler,
            int width,
            int height) {
        static Defaults of(ModelInfo info) {
            RequestJson request = RequestJson.of(Request.of("").guidance(info.guidance()));
            return new Defaults(
                    info.strength(),
                    request.guidance(),
                    request.styleGuidance(),
                    Objects.requireNonNull(request.guidanceMode()),
                    request.guidanceInterval(),
                    request.styleInterval(),
                    info.steps(),
                    info.sampler().title(),
                    info.size().width(),
                    info.size().height());
        }
    }

    /** The limits of one request. */
    record Bounds(int uploadBytes, long uploadPixels, int picturesPerRequest, int count, int steps, int side) {
        static Bounds of(Limits limits) {
            return new Bounds(
                    limits.uploadBytes(),
                    limits.uploadPixels(),
                    limits.picturesPerRequest(),
                    limits.count(),
                    limits.steps(),
                    limits.side());
        }
    }

    private final LoadedModel model;
    private final Limits limits;

    /** @param limits the limits to show */
    public ModelRoutes(LoadedModel model, Limits limits) {
        this.model = model;
        this.limits = limits;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.get("/api/v1/model", this::model);
    }

    private static Map<String, RequestJson> presets() {
        Map<String, RequestJson> presets = new LinkedHashMap<>();
        for (Preset preset : Preset.values()) {
            presets.put(
                    preset.name().toLowerCase(Locale.ROOT),
                    RequestJson.of(Request.of("").preset(preset)).settings());
        }
        return presets;
    }

    private void model(Context context) {
        ModelInfo info = model.info();
        Json.write(
                context,
                200,
                new ModelView(
                        info.id(),
                        info.sizeStep(),
                        Defaults.of(info),
                        presets(),
                        Arrays.stream(Sampler.values()).map(Sampler::title).toList(),
                        Bounds.of(limits),
                        StyleSamples.PROMPTS,
                        info.words().equals(KnownWords.ANY)
                                ? null
                                : List.copyOf(info.words().words()),
                        StyleCodes.class.getPackage().getImplementationVersion()));
    }
}
