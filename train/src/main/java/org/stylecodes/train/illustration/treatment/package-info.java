/** Treatments: the techniques in which a composed scene is drawn. */
@NullMarked
package org.stylecodes.train.illustration.treatment;

import org.jspecify.annotations.NullMarked;
