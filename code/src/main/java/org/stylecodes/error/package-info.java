/**
 * What goes wrong, by whose fault it is: the caller's ({@link org.stylecodes.error.InvalidRequestException}), the model's files
 * ({@link org.stylecodes.error.ModelFormatException}) or the machine's ({@link org.stylecodes.error.EnvironmentException}).
 */
@NullMarked
package org.stylecodes.error;

import org.jspecify.annotations.NullMarked;
