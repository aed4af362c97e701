/** The picture side of SigLIP (Zhai et al. 2023): pixels become a grid of feature vectors. */
@NullMarked
package org.stylecodes.siglip;

import org.jspecify.annotations.NullMarked;
