/**
 * DashScope behind the seam: its models, bodies, answers, error table, task list. May not know: Shuttle, files, Camel, HTTP.
 */
@NullMarked
package dev.shuttle.provider.dashscope;

import org.jspecify.annotations.NullMarked;
