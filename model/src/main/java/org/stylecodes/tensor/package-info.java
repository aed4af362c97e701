/** Weights, scopes, seeded noise and the layers that all networks are made of. The only package that manages native memory. */
@NullMarked
package org.stylecodes.tensor;

import org.jspecify.annotations.NullMarked;
