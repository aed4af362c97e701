package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.access.AccessControl;
import org.stylecodes.studio.gallery.StyleSamples;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.StyleRecords;

/**
 * A shared style and its samples, whether the gallery has it or not. Missing samples are drawn for callers who may start
 * drawing; {@link org.stylecodes.studio.jobs.JobQueue#bound} limits how many may wait.
 */
public final class ShareRoutes implements Routes {
    /**
     * A shared style.
     *
     * @param style the style in the gallery; null if the code is not kept
     */
    record Share(CodeView code, @Nullable StyleView style, List<SharedSample> samples) {}

    /**
     * One of the fixed prompts.
     *
     * @param job the id of the job that draws the picture; null if it is drawn, or was not requested
     */
    record SharedSample(
            String prompt,
            @Nullable PictureView picture,
            @Nullable String job) {}

    private final LoadedModel model;
    private final StyleRecords styles;
    private final StyleSamples samples;
    private final StyleViews views;
    private final AccessControl access;

    /** @param access decides who may have samples drawn */
    public ShareRoutes(
            LoadedModel model, StyleRecords styles, StyleSamples samples, StyleViews views, AccessControl access) {
        this.model = model;
        this.styles = styles;
        this.samples = samples;
        this.views = views;
        this.access = access;
    }

    @Override
    public void add(JavalinConfig config) {
        config.routes.get("/api/v1/shares/{code}", this::share);
    }

    private void share(Context context) {
        StyleCode code = model.code(context.pathParam("code"));
        if (access.mayStartDrawing(context)) {
            samples.request(code, Job.Kind.PREVIEW);
        }
        List<Sample> drawn = samples.find(code);
        Json.write(
                context,
                200,
                new Share(
                        CodeView.of(modelId(), code),
                        styles.find(modelId(), code).map(views::of).orElse(null),
                        StyleSamples.PROMPTS.stream()
                                .map(prompt -> drawn(prompt, StyleSamples.of(drawn, prompt)))
                                .toList()));
    }

    private SharedSample drawn(String prompt, Optional<Sample> sample) {
        PictureView picture = views.picture(sample.map(Sample::picture).orElse(null));
        String job = sample.map(asked -> asked.job().toString()).orElse(null);
        return new SharedSample(prompt, picture, picture == null ? job : null);
    }

    private String modelId() {
        return model.info().id();
    }
}
