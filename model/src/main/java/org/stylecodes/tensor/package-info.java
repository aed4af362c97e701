/**
 * Weights, scopes, seeded noise, and the layers that all networks share.
 *
 * <p>Every native object has one owner that frees it; {@link org.stylecodes.tensor.Scope} explains the rule. Networks do not own their
 * weights: whoever opened the {@linkplain org.stylecodes.format.Checkpoint file} or made the tensors does. {@link
 * org.stylecodes.tensor.Engine} loads LibTorch.
 */
@NullMarked
package org.stylecodes.tensor;

import org.jspecify.annotations.NullMarked;
