/** The model at work: loading, encoding, and the jobs that draw. */
@NullMarked
package org.stylecodes.studio.drawing;

import org.jspecify.annotations.NullMarked;
