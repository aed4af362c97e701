package org.stylecodes.studio.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A style of the gallery in JSON. */
public record StyleView(
        String id,
        String code,
        String shared,
        String name,
        List<String> tags,
        String note,
        boolean favourite,
        @Nullable PictureView reference,
        List<SampleView> samples,
        List<String> palette,
        double x,
        double y,
        String createdAt,
        String updatedAt) {
    /** One of the fixed prompts in that style. */
    public record SampleView(String prompt, @Nullable PictureView picture) {}
}
