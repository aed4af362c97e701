/** The variational autoencoder between pictures and latents. */
@NullMarked
package org.stylecodes.vae;

import org.jspecify.annotations.NullMarked;
