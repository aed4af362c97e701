package org.stylecodes.studio.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.studio.access.AccessControl;
import org.stylecodes.studio.api.JobView;
import org.stylecodes.studio.api.PictureRoutes;
import org.stylecodes.studio.gallery.StyleSamples;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.jobs.JobCompletions;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.Style;

/**
 * Serves a page for every style, kept or not, and the picture that other sites show in a preview of a link to it. Missing
 * samples are drawn for callers who may start drawing; {@link org.stylecodes.studio.jobs.JobQueue#bound} limits how many may
 * wait.
 */
public final class SharePageRoutes implements Routes {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final LoadedModel model;
    private final Store store;
    private final StyleSamples samples;
    private final JobCompletions completions;
    private final PictureStore pictures;
    private final AccessControl access;

    /** @param access decides who may see names and start drawing samples */
    public SharePageRoutes(
            LoadedModel model,
            Store store,
            StyleSamples samples,
            JobCompletions completions,
            PictureStore pictures,
            AccessControl access) {
        this.model = model;
        this.store = store;
        this.samples = samples;
        this.completions = completions;
        this.pictures = pictures;
        this.access = access;
    }

    @Override
    public void add(JavalinConfig config) {
        config.routes.get("/s/{code}", this::page);
        config.routes.get("/s/{code}/preview.png", this::preview);
    }

    private void page(Context context) {
        try {
            StyleCode code = model.code(context.pathParam("code"));
            String shared = new SharedCode(model.info().id(), code).toString();
            Optional<Style> kept =
                    access.isKnown(context) ? store.styles().find(model.info().id(), code) : Optional.empty();
            String name = kept.map(Style::name).orElse(shared);
            SharePage.of(name, shared, access.origin(context)).write(context, 200);
        } catch (InvalidCodeException wrong) {
            SharePage.wrong(String.valueOf(wrong.getMessage())).write(context, 404);
        }
    }

    private void preview(Context context) {
        StyleCode code = model.code(context.pathParam("code"));
        Optional<PictureInfo> drawn = firstSample(code);
        if (drawn.isPresent()) {
            PictureRoutes.answer(context, pictures.png(drawn.get()));
            return;
        }
        if (!access.mayStartDrawing(context)) {
            throw ProblemException.missing("this style has no picture yet; a caller with the token can have one drawn");
        }
        samples.request(code, Job.Kind.PREVIEW);
        CompletableFuture<Job> end = StyleSamples.of(samples.find(code), StyleSamples.PROMPTS.get(0))
                .flatMap(sample -> store.jobs().find(sample.job()))
                .map(job -> completions.end(job, TIMEOUT))
                .orElseThrow(SharePageRoutes::notYet);
        context.future(() -> end.handle((job, failure) -> {
            if (failure instanceof StyleCodesException ended) { // not a timeout
                throw ended;
            }
            if (job != null && job.error() != null) {
                throw new ProblemException(JobView.problem(job.error()));
            }
            PictureRoutes.answer(context, pictures.png(firstSample(code).orElseThrow(SharePageRoutes::notYet)));
            return null;
        }));
    }

    private static ProblemException notYet() {
        return new ProblemException(
                503, "Not ready", "the picture of this style is still being drawn; try again in a moment");
    }

    private Optional<PictureInfo> firstSample(StyleCode code) {
        return StyleSamples.of(samples.find(code), StyleSamples.PROMPTS.get(0))
                .flatMap(sample -> Optional.ofNullable(sample.picture()))
                .flatMap(pictures::find);
    }
}
