package org.stylecodes;

/**
 * The baseline against which the prediction with prompt and style is amplified. In the formulas, e(text, style) is the prediction of
 * the network. A 0 as the text stands for the negative prompt, and a 0 as the style for the base network without a style.
 */
public enum GuidanceMode {
    /** As in the published release: both predictions have the style, so only the text is amplified. e = e(0,s) + g (e(t,s) - e(0,s)). */
    REFERENCE,
    /** Text and style are amplified together. The baseline needs no control branch. e = e(0,0) + g (e(t,s) - e(0,0)). */
    JOINT,
    /** Text and style have separate scales. e = e(0,0) + gs (e(0,s) - e(0,0)) + g (e(t,s) - e(0,s)). */
    SEPARATE
}
