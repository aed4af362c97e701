/**
 * The exceptions of all modules, by what is at fault: the caller ({@link org.stylecodes.error.InvalidRequestException}), the model's
 * files ({@link org.stylecodes.error.ModelFormatException}), the machine ({@link org.stylecodes.error.EnvironmentException}) or a server
 * elsewhere ({@link org.stylecodes.error.ServerException}). Cancelled work ends with a {@link org.stylecodes.error.CancelledException}.
 */
@NullMarked
package org.stylecodes.error;

import org.jspecify.annotations.NullMarked;
