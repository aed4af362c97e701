/** The names of samplers. What they compute is in {@code org.stylecodes.sampler.solver}. */
@NullMarked
package org.stylecodes.sampler;

import org.jspecify.annotations.NullMarked;
