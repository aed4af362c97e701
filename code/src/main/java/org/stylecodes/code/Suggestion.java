package org.stylecodes.code;

import java.io.Serializable;

/**
 * A code that was perhaps meant by a text that is none. It is for a person to confirm, never to be taken silently.
 *
 * @param text the code, in the form in which the text was written
 * @param reason what differs, such as {@code 'R' at character 7, not 'B'}; characters count from 1
 * @param position the first difference, an index into the text that was read
 */
public record Suggestion(String text, String reason, int position) implements Serializable {}
