package org.stylecodes;

/**
 * What the prediction with text and style is held against when it is amplified. In the formulas e(text, style) is the
 * network's prediction, 0 in the place of the text is the negative prompt, and 0 in the place of the style the plain base.
 */
public enum GuidanceMode {
    /** As released: the style is on both sides, and only the text is amplified. e = e(0,s) + g (e(t,s) - e(0,s)). */
    REFERENCE,
    /** Text and style are amplified together, and the plain side costs no control branch. e = e(0,0) + g (e(t,s) - e(0,0)). */
    JOINT,
    /** Each has a scale of its own. e = e(0,0) + gs (e(0,s) - e(0,0)) + g (e(t,s) - e(0,s)). */
    SEPARATE
}
