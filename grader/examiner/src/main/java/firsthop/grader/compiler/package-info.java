/** The compiler: javac, kept warm in a process of its own, because source can attack it, too. */
@NullMarked
package firsthop.grader.compiler;

import org.jspecify.annotations.NullMarked;
