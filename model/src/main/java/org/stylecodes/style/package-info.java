/** What StyleCodes adds to a diffusion model: the style autoencoder, its quantizers, and the control UNet. */
@NullMarked
package org.stylecodes.style;

import org.jspecify.annotations.NullMarked;
