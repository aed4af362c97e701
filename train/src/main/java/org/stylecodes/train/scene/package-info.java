/**
 * Drawn scenes for training and testing: a <em>style</em> (palette, outline, texture) is independent of a <em>content</em>
 * (objects, ground, sky), so two pictures can share one and not the other. Everything follows from seeds, byte for byte.
 */
@NullMarked
package org.stylecodes.train.scene;

import org.jspecify.annotations.NullMarked;
