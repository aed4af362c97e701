package org.stylecodes.studio.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;

/**
 * One of the fixed prompts drawn in a style.
 *
 * @param picture the id of the picture; null if it is not drawn yet
 * @param job the id of the job that draws it
 */
public record Sample(
        StyleCode code, String prompt, @Nullable String picture, UUID job) {}
