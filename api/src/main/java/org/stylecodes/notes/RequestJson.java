package org.stylecodes.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.ProgressListener;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.sampler.Sampler;

/** A request as it stands in JSON; absent is what was left to the model. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestJson(
        String prompt,
        String negative,
        List<StyleNote> styles,
        @Nullable Double strength,
        GuidanceNote guidance,
        @Nullable Integer steps,
        @Nullable String sampler,
        @Nullable String size,
        long seed,
        @Nullable Double initStrength) {

    RequestJson {
        Objects.requireNonNull(prompt, "a request without prompt");
        Objects.requireNonNull(negative, "a request without negative prompt");
        styles = List.copyOf(styles);
        Objects.requireNonNull(guidance, "a request without guidance");
    }

    /** Guidance in JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GuidanceNote(
            @Nullable GuidanceMode mode,
            @Nullable Double text,
            @Nullable Double style,
            @Nullable Interval textInterval,
            @Nullable Interval styleInterval) {
        static GuidanceNote of(Guidance guidance) {
            return new GuidanceNote(
                    guidance.mode(),
                    guidance.text(),
                    guidance.style(),
                    guidance.textInterval(),
                    guidance.styleInterval());
        }

        Guidance guidance() {
            return new Guidance(
                    mode,
                    text,
                    style,
                    textInterval == null ? Interval.ALL : textInterval,
                    styleInterval == null ? Interval.ALL : styleInterval);
        }
    }

    static RequestJson of(Request request, @Nullable Double initStrength) {
        return new RequestJson(
                request.prompt(),
                request.negative(),
                request.styles().stream().map(StyleNote::of).toList(),
                request.strength(),
                GuidanceNote.of(request.guidance()),
                request.steps(),
                request.sampler() == null ? null : request.sampler().id(),
                request.size() == null ? null : request.size().toString(),
                request.seed(),
                initStrength);
    }

    Request request() {
        return new Request(
                prompt,
                negative,
                styles.stream().map(StyleNote::style).toList(),
                strength,
                guidance.guidance(),
                steps,
                sampler == null ? null : Sampler.of(sampler),
                size == null ? null : Size.parse(size),
                seed,
                1,
                null,
                ProgressListener.NONE);
    }

    /** The request without the two things that no text holds, the init picture and the listener. */
    static Request withoutInit(Request request) {
        return of(request, null).request();
    }
}
