package org.stylecodes.code;

import java.io.Serializable;

/**
 * A code that may have been meant by a text that is not a code. Ask a person to confirm it; never use it silently.
 *
 * @param text the code, in the form in which the text was written
 * @param reason the difference, such as {@code 'R' at character 7, not 'B'}; characters count from 1
 * @param position the index of the first difference in the text that was read
 */
public record Suggestion(String text, String reason, int position) implements Serializable {}
