package org.stylecodes.train.drawing;

/**
 * A hand that drew many contents in one manner: a set of pictures.
 *
 * @param id the short name of the set, such as {@code noto}
 * @param illustrator who drew the shapes. Hands that finish the same drawings in different ways share an illustrator
 * @param oneColour whether every drawing is black on nothing
 * @param heldOut whether the hand is kept for judging and must never be trained on
 * @param licence the SPDX identifier of the licence
 * @param author the author to credit
 */
public record Hand(String id, String illustrator, boolean oneColour, boolean heldOut, String licence, String author) {}
