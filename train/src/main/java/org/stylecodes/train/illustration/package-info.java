/**
 * Composes illustrated styles, their pictures and captions from drawings: a hand, a treatment, a palette, a backdrop and a ground
 * make a style, contents and places make a picture. Everything follows from seeds.
 */
@NullMarked
package org.stylecodes.train.illustration;

import org.jspecify.annotations.NullMarked;
