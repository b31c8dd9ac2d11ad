"""The same questions to nigiri, by its Python binding: `nigiri.py feed.zip questions.json`. Prints one line of JSON."""
import datetime
import json
import resource
import statistics
import sys
import time

import pynigiri as n


def main(feed, questions):
    with open(questions) as file:
        asked = json.load(file)
    day = datetime.datetime.strptime(asked["date"].replace("-", ""), "%Y%m%d")
    source = n.TimetableSource()
    source.tag, source.path = "feed", feed
    source.loader_config = n.LoaderConfig()
    source.loader_config.link_stop_distance = 0
    source.loader_config.default_tz = "Europe/London"
    options = n.FinalizeOptions()
    options.adjust_footpaths = False
    days = [day + datetime.timedelta(days=by) for by in (-1, 2)]
    start = time.perf_counter()
    timetable = n.load_timetable([source], *[day.strftime("%Y-%m-%d") for day in days], options)
    load = time.perf_counter() - start
    # British summer time, where it holds.
    summer = datetime.timedelta(hours=1 if 4 <= day.month <= 9 else 0)
    times, found = [], 0
    for question in asked["queries"]:
        hours, minutes = map(int, question["depart"].split(":"))
        at = day + datetime.timedelta(hours=hours, minutes=minutes) - summer
        query = n.Query()
        # Minutes, in universal time.
        query.start_time = int(at.replace(tzinfo=datetime.timezone.utc).timestamp()) // 60
        query.start_match_mode = query.dest_match_mode = n.LocationMatchMode.EXACT
        query.use_start_footpaths = True
        query.max_transfers, query.max_travel_time = 7, 8 * 60
        ends = [n.Offset(timetable.find_location(question[end]), 0) for end in ("from", "to")]
        query.start, query.destination = [ends[0]], [ends[1]]
        start = time.perf_counter()
        journeys = n.route(timetable, query)
        legs = [[(leg.dep_time, leg.arr_time) for leg in journey.legs] for journey in journeys]
        times.append((time.perf_counter() - start) * 1000)
        found += len(legs)
    times.sort()
    print(json.dumps({
        "seconds": load,
        "most_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "journeys": found,
        "legs_ms": statistics.median(times),
        "legs_95_ms": times[min(len(times) * 95 // 100, len(times) - 1)],
    }))


main(*sys.argv[1:3])
