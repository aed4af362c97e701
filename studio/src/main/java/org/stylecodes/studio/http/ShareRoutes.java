package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.gallery.Samples;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobKind;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Sample;

/**
 * The page that every style has, kept or not, and what other sites show of it. Samples that are missing are drawn for those
 * who may have something drawn; {@link org.stylecodes.studio.drawing.JobQueue#bound} says how many may wait.
 */
record ShareRoutes(Workshop workshop, Access access) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    // Of a browser, these say that the user asked for it or this studio's own page did; programs say nothing.
    private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

    /** A style that somebody passed on. */
    record Share(CodeView code, @Nullable StyleView style, List<Drawn> samples) {}

    /** One of the fixed prompts, drawn or asked for. */
    record Drawn(
            String prompt,
            @Nullable PictureView picture,
            @Nullable String job) {}

    void add(RoutesConfig routes) {
        routes.get("/api/v1/shares/{code}", this::share);
        routes.get("/s/{code}", this::page);
        routes.get("/s/{code}/preview.png", this::preview);
    }

    private void share(Context context) {
        StyleCode code = code(context);
        if (mayDraw(context)) {
            workshop.samples().request(code, JobKind.PREVIEW);
        }
        List<Sample> samples = samples(code);
        Json.write(
                context,
                200,
                new Share(
                        CodeView.of(model(), code),
                        workshop.store()
                                .styles()
                                .find(model(), code)
                                .map(style -> StyleView.of(style, workshop))
                                .orElse(null),
                        Samples.PROMPTS.stream()
                                .map(prompt -> drawn(prompt, Samples.of(samples, prompt)))
                                .toList()));
    }

    private Drawn drawn(String prompt, Optional<Sample> sample) {
        PictureView picture = StyleView.picture(sample.map(Sample::picture).orElse(null), workshop);
        String job = sample.map(asked -> asked.job().toString()).orElse(null);
        return new Drawn(prompt, picture, picture == null ? job : null);
    }

    private void page(Context context) {
        try {
            StyleCode code = code(context);
            String shared = new SharedCode(model(), code).toString();
            String name = access.isKnown(context)
                    ? workshop.store()
                            .styles()
                            .find(model(), code)
                            .map(style -> style.name())
                            .orElse(shared)
                    : shared;
            SharePage.of(name, shared, access.origin(context)).write(context, 200);
        } catch (InvalidCodeException wrong) {
            SharePage.wrong(String.valueOf(wrong.getMessage())).write(context, 404);
        }
    }

    private void preview(Context context) {
        StyleCode code = code(context);
        Optional<PictureInfo> drawn = first(code);
        if (drawn.isPresent()) {
            PictureRoutes.answer(context, workshop.pictures().png(drawn.get()));
            return;
        }
        if (!mayDraw(context)) {
            throw ProblemException.missing("there is no picture of this style yet");
        }
        workshop.samples().request(code, JobKind.PREVIEW);
        CompletableFuture<Job> end = Samples.of(samples(code), Samples.PROMPTS.get(0))
                .flatMap(sample -> workshop.store().jobs().find(sample.job()))
                .map(job -> workshop.queue().events().end(job, LONGEST_WAIT))
                .orElseThrow(ShareRoutes::notYet);
        context.future(() -> end.handle((job, failure) -> {
            PictureRoutes.answer(context, workshop.pictures().png(first(code).orElseThrow(ShareRoutes::notYet)));
            return null;
        }));
    }

    /**
     * Whether this look at a style has its samples drawn. Whoever has no token may look only, as may the pages of other sites,
     * which can have any browser ask for any code.
     */
    private boolean mayDraw(Context context) {
        String site = context.header("Sec-Fetch-Site");
        return context.method() == HandlerType.GET
                && access.isKnown(context)
                && (site == null || OWN_SITES.contains(site));
    }

    private static ProblemException notYet() {
        return new ProblemException(503, "Not ready", "the picture of this style is still being drawn; try again");
    }

    private Optional<PictureInfo> first(StyleCode code) {
        return Samples.of(samples(code), Samples.PROMPTS.get(0))
                .flatMap(sample -> Optional.ofNullable(sample.picture()))
                .flatMap(workshop.pictures()::find);
    }

    private List<Sample> samples(StyleCode code) {
        return workshop.samples().find(List.of(code)).getOrDefault(code, List.of());
    }

    private StyleCode code(Context context) {
        return CodeText.parse(context.pathParam("code")).codeFor(model());
    }

    private String model() {
        return workshop.models().info().id();
    }
}
