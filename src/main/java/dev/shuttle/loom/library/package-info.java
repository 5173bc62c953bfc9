/**
 * The weave library: weaves by formula and from files, and those that come with the program. May not know: conversion,
 * cloth, formats, files.
 */
@NullMarked
package dev.shuttle.loom.library;

import org.jspecify.annotations.NullMarked;
