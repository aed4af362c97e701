/** The names of samplers. Their computations are in {@code org.stylecodes.sampler.solver}. */
@NullMarked
package org.stylecodes.sampler;

import org.jspecify.annotations.NullMarked;
