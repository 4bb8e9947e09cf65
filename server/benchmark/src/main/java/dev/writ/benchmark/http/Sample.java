package dev.writ.benchmark.http;

import dev.writ.benchmark.http.load.LoadResult;
import dev.writ.benchmark.http.load.Workload;

/**
 * One measurement.
 *
 * @param round counted through all forks: what has the same number was measured next to one another
 * @param processor microseconds of the server's processes for each request
 */
record Sample(String contestant, Workload workload, int round, LoadResult load, double processor) {}
