package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.footlift.sim.campaign.Campaign;
import org.footlift.sim.campaign.CampaignResult;
import org.footlift.sim.campaign.Failure;
import org.footlift.sim.campaign.IncidentKind;
import org.footlift.sim.planted.PlantedBugs;
import org.footlift.sim.planted.PlantedCampaign;
import org.footlift.config.store.PrivateFiles;
import org.footlift.telemetry.session.Sessions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The safety campaign: virtual walks with faults, every tick checked; or bugs planted to see whether it would find them. */
@Command(name = "campaign", description = "Walk with randomised faults and check every tick against the safety invariants. Exit code 0 only when all held.", mixinStandardHelpOptions = true)
final class CampaignCommand implements Callable<Integer> {
    private static final int SEEDS_PER_BUG = 3;
    private static final double NS_PER_S = 1e9;

    @Option(names = "--strides", paramLabel = "N", description = "At least so many strides (default: ${DEFAULT-VALUE}).", defaultValue = "100000")
    private long strides;

    @Option(names = "--faults", paramLabel = "all|none|NAME,...", description = "Kinds of faults (default: ${DEFAULT-VALUE}). none looks for stops that nobody needed.", defaultValue = "all", split = ",")
    private List<String> faults = List.of("all");

    @Option(names = "--seed", paramLabel = "N", description = "Repeats a campaign (default: a fresh one, which is printed).")
    private @Nullable Long seed;

    @Option(names = "--planted", description = "Run the bugs planted into the controller instead; each must be caught.")
    private boolean planted;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to save the session of a failure (default: ${DEFAULT-VALUE}).", defaultValue = ".")
    private Path out = Path.of(".");

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    private final Progress progress = new Progress();

    @Override
    public Integer call() {
        if (strides < 1) {
            throw new Refusal("--strides must be at least 1.");
        }
        long chosen = seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
        int threads = Runtime.getRuntime().availableProcessors();
        return planted ? plant(chosen, threads) : walk(chosen, threads);
    }

    private int walk(long chosen, int threads) {
        Set<IncidentKind> kinds = kinds();
        long beganNs = System.nanoTime();
        CampaignResult result = Campaign.run(strides, kinds, chosen, threads,
                walked -> progress.show(walked + " of " + strides + " strides"));
        double seconds = (System.nanoTime() - beganNs) / NS_PER_S;
        progress.clear();
        List<String> saved = new ArrayList<>();
        for (Failure failure : result.failures()) {
            saved.add(save(failure, kinds, chosen));
        }
        String again = "campaign --strides " + strides + " --faults " + String.join(",", faults) + " --seed " + chosen;
        System.out.print(CampaignText.of(result, seconds, saved, again));
        if (json) {
            System.out.println(JsonText.of(CampaignText.Summary.of(result, seconds)));
        }
        return result.violations() == 0 && result.needlessStops() == 0 ? Footlift.OK : Footlift.BUG;
    }

    /** Saves the session of a failure, in place of one that an earlier run of the same seed left. A disk that refuses hides no violation. */
    private String save(Failure failure, Set<IncidentKind> kinds, long chosen) {
        Path file = out.resolve("campaign-" + chosen + "-" + failure.walkSeed() + Sessions.SUFFIX);
        try {
            PrivateFiles.createFolder(out);
            Files.deleteIfExists(file);
            Campaign.save(failure, kinds, Build.name(), file);
            return "saved as " + file + "; see: footlift replay --check " + file;
        } catch (IOException e) {
            return "its session cannot be saved: " + Reason.of(file, e);
        }
    }

    private Set<IncidentKind> kinds() {
        if (faults.equals(List.of("all"))) {
            return IncidentKind.all();
        }
        Set<IncidentKind> kinds = EnumSet.noneOf(IncidentKind.class);
        if (faults.equals(List.of("none"))) {
            return kinds;
        }
        for (String name : faults) {
            kinds.add(IncidentKind.fault(name).orElseThrow(() -> new Refusal(
                    "--faults " + name + ": there is no such fault. There are all, none, and " + IncidentKind.FAULTS
                            .stream().map(IncidentKind::label).collect(Collectors.joining(", ")) + ".")));
        }
        return kinds;
    }

    private int plant(long chosen, int threads) {
        long beganNs = System.nanoTime();
        int[] done = {0};
        PlantedCampaign.Result result = PlantedCampaign.run(PlantedBugs.ALL, SEEDS_PER_BUG, chosen, threads,
                outcome -> {
                    progress.clear();
                    System.out.println(CampaignText.of(outcome));
                    progress.show(++done[0] + " of " + PlantedBugs.ALL.size() + " bugs");
                });
        progress.clear();
        System.out.print(CampaignText.of(result, (System.nanoTime() - beganNs) / NS_PER_S, chosen));
        if (json) {
            System.out.println(JsonText.of(new CampaignText.Planted(result.bugs().size(), result.caught(), chosen)));
        }
        return result.good() ? Footlift.OK : Footlift.BUG;
    }
}
