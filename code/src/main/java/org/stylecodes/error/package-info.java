/**
 * The exceptions of all modules, by what is at fault: the caller ({@link org.stylecodes.error.InvalidRequestException}), the model's
 * files ({@link org.stylecodes.error.ModelFormatException}) or the machine ({@link org.stylecodes.error.EnvironmentException}).
 */
@NullMarked
package org.stylecodes.error;

import org.jspecify.annotations.NullMarked;
