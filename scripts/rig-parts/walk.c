// SPDX-License-Identifier: Apache-2.0
/*
 * Moves the simulated inputs, and watches the heartbeat line, for Footlift's rig.
 *
 *     walk CHIP HEARTBEAT SECONDS < EDGES
 *
 * CHIP is gpio-sim's folder of the chip, HEARTBEAT the number of a line. EDGES has a line "milliseconds line level" for each edge of an
 * input, counted from the start of this program, in order; line -1 kills the process whose number stands in place of the level. Each
 * edge and each change of the heartbeat is told on stdout as "seconds line level", seconds as of date +%s.%N. Twenty times a second
 * stderr tells "clock seconds", from which a reader outside learns how this machine's time runs against its own. It ends with 3 at once
 * when it was held up for over STOOD_NS: what it would show then is the machine's fault.
 */
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PERIOD_NS 1000000
#define CLOCK_PERIODS 50
#define STOOD_NS 60000000

static long long now_ns(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int open_line(const char *chip, int line, const char *name, int flags)
{
	char path[512];
	int file;

	snprintf(path, sizeof(path), "%s/sim_gpio%d/%s", chip, line, name);
	file = open(path, flags);
	if (file < 0) {
		perror(path);
		exit(2);
	}
	return file;
}

static void tell(int line, int level)
{
	long long ns = now_ns(CLOCK_REALTIME);

	printf("%lld.%09lld %d %d\n", ns / 1000000000, ns % 1000000000, line, level);
}

static void drive(const char *chip, int line, int level)
{
	const char *to = level ? "pull-up" : "pull-down";
	int pull = open_line(chip, line, "pull", O_WRONLY);

	if (write(pull, to, strlen(to)) < 0)
		perror("pull");
	close(pull);
	tell(line, level);
}

int main(int arguments, char **argument)
{
	const struct sched_param first = { .sched_priority = 90 };
	long long start, next, edge_ms;
	int heartbeat, value, line, level, more, seen = -1, periods = 0;
	char text;

	if (arguments != 4) {
		fprintf(stderr, "walk CHIP HEARTBEAT SECONDS < EDGES\n");
		return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	heartbeat = atoi(argument[2]);
	value = open_line(argument[1], heartbeat, "value", O_RDONLY);
	more = scanf("%lld %d %d", &edge_ms, &line, &level) == 3;
	/* The leg waits for no program. */
	if (sched_setscheduler(0, SCHED_FIFO, &first)) {
		perror("sched_setscheduler");
		return 2;
	}
	start = next = now_ns(CLOCK_MONOTONIC);
	while (next - start < atoll(argument[3]) * 1000000000) {
		struct timespec at = { next / 1000000000, next % 1000000000 };

		clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
		if (now_ns(CLOCK_MONOTONIC) - next > STOOD_NS)
			return 3;
		if (more && now_ns(CLOCK_MONOTONIC) - start >= edge_ms * 1000000) {
			if (line < 0) {
				kill(level, SIGKILL);
				tell(line, level);
			} else {
				drive(argument[1], line, level);
			}
			more = scanf("%lld %d %d", &edge_ms, &line, &level) == 3;
		}
		if (pread(value, &text, 1, 0) == 1 && text - '0' != seen) {
			seen = text - '0';
			tell(heartbeat, seen);
		}
		if (periods++ % CLOCK_PERIODS == 0) {
			long long ns = now_ns(CLOCK_REALTIME);

			fprintf(stderr, "clock %lld.%09lld\n", ns / 1000000000, ns % 1000000000);
		}
		next += PERIOD_NS;
		if (now_ns(CLOCK_MONOTONIC) > next)
			next = now_ns(CLOCK_MONOTONIC);
	}
	return 0;
}
