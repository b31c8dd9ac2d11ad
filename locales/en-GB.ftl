app-name = Alongside

# The rail and the frame
rail-back = Back
rail-home = Home
rail-listen = Listen
rail-stop = Stop
rail-help = Help
practice = Practice
    .spoken = This is practice. It is not real.
names-hidden = Hidden
    .spoken = Names are hidden. F11 shows them.
hear = Hear: { $words }
ok = OK
page-up = Up
page-down = Down
zone-up = { $list }: up
zone-down = { $list }: down
page-of = { $now } of { $all }
steps = Step { $now } of { $all }
steps-short = { $now } of { $all }
    .spoken = Step { $now } of { $all }
next = Next
not-sure = Not sure
skip = Skip
not-now = Not now
stop-and-save = Stop and save
change = Change
try-again = Try again

# News of the app itself
news-no-sound = This computer has no sound. You can read the words.
news-not-saved = It is not saved yet. Press OK to try again.
news-damaged = Some work here is broken. Please ask for help.
news-locked = We locked this. Your work is safe.
news-recording-kept = Your recording stopped early. We kept your words.
news-shared = Your screen is shared. Names are hidden. F11 shows them.
news-share-ended = Nobody shares your screen now. OK shows the names.

# Leaving while something is not saved
unsaved = It is not saved yet.
unsaved-lost = If you go now, your last change is lost.
    .picture = save-later
unsaved-ask = { $name } can help you.
    .picture = help-person
unsaved-stay = Stay here
unsaved-leave = Go anyway

# Hidden, or locked
hidden = This is hidden.
hidden-how = Nobody can see your work now.
    .picture = pictures-off
hidden-show = Show it again
locked = This is locked.
locked-recording = Your voice is still being kept.
    .picture = voice
locked-stop = Stop and save it
locked-keeping = We keep your work. This takes a moment.
    .picture = save-later

# Who are you?
door = Who are you?
door-help = Press your photo.
door-not-right = That was not right. Please try again.
door-wait = Please wait { $count } seconds.
door-wait-minutes = Please wait { $count } minutes.
door-ask = Let me in
door-mine = Which pictures are yours?
door-in-order = Press your pictures in order.
door-word = What is your word?
door-come-in = Come in
door-let-in = Open
door-helper = { $name } lets you in
door-helpers = Who can let { $name } in?
door-helpers-help = Give them the laptop.
door-sheet-heading = Type the spare key.
door-sheet-wrong = That is not the newest spare key.
key-field = The spare key, line by line
key-hint = Big or small letters are both fine.
    .picture = easy-words
key-too-few = Line { $line } is too short.
key-too-many = Line { $line } is too long.
key-wrong = Line { $line } is not right.
key-other-line = Line { $line } is from another line.
key-somewhere = One letter is not right. Look at each line.

# The spare key
sheet = The spare key
    .picture = show-card
sheet-none = Please make it now
sheet-not-tried = Please try it
sheet-what = It opens everything if a key is lost.
    .picture = lost
sheet-where = Print it and put it in the safe.
    .picture = saved-here
sheet-old = A new one makes the old paper useless.
    .picture = change-it
sheet-make = Make a new one
sheet-making = We are making it.
sheet-wait = You can wait here.
    .picture = wait
sheet-ready = The spare key is ready.
sheet-print = Print it two times.
    .picture = hand-out
sheet-secret = Then close the paper. It is secret.
    .picture = secret
sheet-show = Show the paper
sheet-try = Try the paper
sheet-type = Type what stands on the paper.
sheet-works = The spare key opens everything.
    .picture = done
sheet-failed = That did not work.

# Choosing what lets you in
choosing-again = Start again
choosing-mine = Press { $all } pictures.
choosing-in-order = Press { $all } pictures, one by one.
choosing-pressed = { $now } of { $all } pressed
choosing-word = Type your word.
choosing-word-field = Your word
ways = How people come in
    .picture = people
ways-heading = How does each person come in?
ways-help = Sit down with them and choose.
ways-not-guarded = This computer has no password keeper. Ask your IT team.
way = How I come in
way-of = For { $name }
way-heading = How do you want to come in?
way-photo = Press my photo
    .picture = person-i-saw
way-mine = Find my pictures
    .picture = my-pictures
way-in-order = Pictures in order
    .picture = in-order
way-word = A word
    .picture = easy-words
way-helper = Someone lets me in
    .picture = help-person
way-lock = When it locks
way-lock-heading = How long until it locks?
way-lock-help = It locks when nobody is here.
way-lock-after = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
way-now = You have this now.
way-pick = Pick 3 pictures that you like.
way-pick-word = Pick a word that you like.
way-look = These are your pictures.
way-look-help = Look at them in order.
way-others = Other pictures
way-try-heading = Now try it.
way-try = Try it
way-not-yet = Not yet. Try again.
way-anew = Choose again
way-keeping = We are saving it.
way-kept = It works.
way-kept-now = This is how you come in now.
    .picture = done
way-failed = We could not change it.
mine-cat = Cat
    .picture = cat
mine-dog = Dog
    .picture = dog
mine-cow = Cow
    .picture = cow
mine-fish = Fish
    .picture = fish
mine-bird = Bird
    .picture = bird
mine-frog = Frog
    .picture = frog
mine-tree = Tree
    .picture = tree
mine-rose = Rose
    .picture = rose
mine-sun = Sun
    .picture = sun
mine-moon = Moon
    .picture = moon
mine-star = Star
    .picture = star
mine-bear = Bear
    .picture = bear
mine-pear = Pear
    .picture = pear
mine-pie = Pie
    .picture = pie
mine-cake = Cake
    .picture = cake
mine-cup = Cup
    .picture = cup
mine-egg = Egg
    .picture = egg
mine-boat = Boat
    .picture = boat
mine-car = Car
    .picture = car
mine-ring = Ring
    .picture = ring
mine-leaf = Leaf
    .picture = leaf
mine-bell = Bell
    .picture = bell
mine-key = Key
    .picture = key
mine-ball = Ball
    .picture = ball
mine-drum = Drum
    .picture = drum
mine-pig = Pig
    .picture = pig
mine-hat = Hat
    .picture = hat
mine-shoe = Shoe
    .picture = shoe
mine-book = Book
    .picture = book
mine-kite = Kite
    .picture = kite
mine-duck = Duck
    .picture = duck
mine-bee = Bee
    .picture = bee

role-worker = Peer worker
role-senior = Senior
role-practitioner = Writes notes
role-supervisor = Leads people

# Home
home = Home
home-hello = Hello { $name }.
home-what = What do you want to do?
home-change = I am not { $name }

# Help
help = Help
help-ring = Who can help?
help-ring-999 = Is someone in danger? Ring
help-999 = 999
    .spoken = 9 9 9
    .picture = emergency
help-card = Show a card
    .picture = show-card
help-look = Change how it looks
    .picture = colours
help-sound = Change how it sounds
    .picture = volume
help-card-heading = Show this card to someone.
help-card-words = I need help. Please ring { $name }.
help-look-heading = How do you want it to look?
help-size = How big?
    .picture = text-size
help-colours = What colours?
    .picture = colours
help-pictures = Pictures or words?
    .picture = pictures-on
help-size-heading = How big do you want the words?
help-size-100 = Small
help-size-125 = Bigger
help-size-150 = Big
help-size-175 = Very big
help-size-200 = As big as it goes
help-names = Hide names?
    .picture = secret
help-names-heading = Do you want to hide names?
help-names-hide = Hide names
    .picture = secret
help-names-show = Show names
    .picture = people
help-names-told = We hide names when your screen is shared.
help-names-not-told = We do not know when your screen is shared. Press F11 to hide names.
help-colours-heading = What colours do you want?
help-theme-light = Light
    .picture = theme-light
help-theme-cream = Cream
    .picture = theme-cream
help-theme-dark = Dark
    .picture = theme-dark
help-theme-contrast = Black and yellow
    .picture = theme-contrast
help-pictures-heading = Do you want pictures?
help-pictures-on = Pictures and words
    .picture = pictures-on
help-pictures-off = Only words
    .picture = pictures-off
help-sound-heading = How do you want it to sound?
help-volume = How loud?
    .picture = volume
help-pace = How fast?
    .picture = voice
help-arrival = When does it speak?
    .picture = hear-note
help-volume-heading = How loud do you want it?
help-volume-0 = No sound
    .picture = volume-off
help-volume-1 = Very quiet
    .picture = volume-low
help-volume-2 = Quiet
    .picture = volume-low
help-volume-3 = Loud
    .picture = volume
help-volume-4 = Very loud
    .picture = volume-loud
help-pace-heading = How fast do you want it to talk?
help-pace-slow = Slow
help-pace-steady = In the middle
help-pace-quick = Fast
help-arrival-heading = When do you want it to speak?
help-arrival-heading-on = When a page opens
    .picture = hear-note
help-arrival-quiet = Only when I press
    .picture = volume-off
help-point-on = When I point at words
    .picture = help-person

# Tell my story: the questions
tell = Tell my story
    .picture = story
tell-go-on = You have begun. You can go on.
them = them
pick-more = You can pick more than one.
pick-two = You can pick 2.
stream-visit = Your team will hear this
stream-me = You choose who hears this
stream-safety = { $name } must know this
use-my-voice = Use my voice
my-voice = Hear my voice
my-words = See my words

s0 = How do you want to tell us?
s0-helper = You can stop when you like. We save your words.
s0-voice = Use my voice
    .picture = use-voice
s0-pictures = Use pictures
    .picture = use-pictures
s0-both = Use both
    .picture = use-both
s0-not-now = Not now
    .picture = not-now

a1 = First, you. Are you safe now?
a1-safe = I am safe
    .picture = safe
a1-not-sure = I am not sure
    .picture = not-sure
a1-help = I need help now
    .picture = help-now

a2 = How do you feel now?
a2-good = Good
    .picture = feel-good
a2-middle = In the middle
    .picture = feel-middle
a2-bad = Not good
    .picture = feel-bad

b1 = Who did you see?
b1-helper = Use first letters, to keep them safe.
b1-one = One person
    .picture = one-person
b1-group = A group
    .picture = a-group
b1-no-one = No one came
    .picture = no-one

b1-letters = What are their first letters?
b1-letters-helper = Jane Brown is J B. First letters keep people safe.
b1-letters-field = First letters

b2 = When did you see them?
b2-today = Today
    .picture = today
b2-yesterday = Yesterday
    .picture = yesterday
b2-other = Another day
    .picture = another-day

b2-day = Which day did you see them?

b4 = What did you do with { $who }?
b4-talked = We talked
    .picture = talked
b4-liked = We did a thing they like
    .picture = liked-thing
b4-out = We went out
    .picture = went-out
b4-doctor = We saw a doctor or nurse
    .picture = doctor-nurse
b4-easy-read = We read Easy Read
    .picture = easy-read

b5 = What went well?
b5-say = They had a say
    .picture = had-a-say
b5-new = They tried a new thing
    .picture = new-thing
b5-calm = They felt calm
    .picture = calm
b5-laugh = We had a laugh
    .picture = laugh
b5-found-out = They found out more
    .picture = found-out

b6 = What was hard?
b6-talk = It was hard to talk
    .picture = hard-to-talk
b6-loud = It was too loud or fast
    .picture = loud
b6-upset = They were upset
    .picture = upset
b6-lost = I did not know what to do
    .picture = did-not-know
b6-bad = I felt bad
    .picture = felt-bad
b6-nothing = Nothing was hard
    .picture = nothing-hard

b8 = What did they say they want?
b8-helper = Say it in their own words.
b8-told = They told me
    .picture = told-me
b8-not-said = They did not say
    .picture = did-not-say

c1 = Are you worried about someone?
c1-helper = Are they safe? Are they well? Not sure is OK.
c1-no = I am not worried
    .picture = not-worried
c1-not-sure = I am not sure
    .picture = not-sure
c1-yes = I am worried
    .picture = worried

w0 = Thank you for telling us.
w0-right = You did the right thing.
    .picture = yes-right
w0-secret = We cannot keep this a secret.
    .picture = secret
w0-who = We will only tell the people who can help.
    .picture = told-lead

w1 = Is someone in danger now?
w1-no = No, not now
    .picture = no-danger
w1-not-sure = Not sure
    .picture = not-sure
w1-yes = Yes, now
    .picture = danger-now

w1-999 = Ring 999 now. Then ring { $name }.
    .spoken = Ring 9 9 9 now. Then ring { $name }.
w1-lead = Ring { $name } now.
w1-lead-why = { $name } will know if you need to ring 999.
    .spoken = { $name } will know if you need to ring 9 9 9.
ring-not-enough = This app is not enough.
ring-first = Ring first
ring-then = Then ring
ring-danger = Is someone in danger? Ring
ring-today = You need to tell a person today.
ring-done = I have rung
ring-told = I have told { $name }
ring-help = Help me ring

w2 = Who are you worried about?
w2-seen = The person I saw
    .picture = person-i-saw
w2-child = A child
    .picture = a-child
w2-other = Someone else
    .picture = someone-else
w2-me = Me
    .picture = me-myself

w3 = What did you see or hear?
w3-helper = Say it in your own words. You do not have to be sure.
w3-hurt = Hurt
    .picture = hurt
w3-scared = Scared
    .picture = scared
w3-shouted = Shouted at
    .picture = shouted-at
w3-not-cared = Not cared for
    .picture = not-cared-for
w3-money = Money taken
    .picture = money-taken
w3-touched = Touched in a bad way
    .picture = touched
w3-self-harm = Wants to hurt themself
    .picture = hurt-themself

w4 = Do they know you will tell us?
w4-yes = Yes
    .picture = yes
w4-no = No
    .picture = no
w4-not-sure = Not sure
    .picture = not-sure

w5 = Who have you told?
w5-no-one = I have not told a person yet
    .picture = told-no-one
w5-lead = I told { $name }
    .picture = told-lead
w5-team = I told the team
    .picture = told-team
w5-other = I told someone else
    .picture = told-someone

w6 = Ring { $name } now.
w7 = Your worry is saved.
w7-saved = It is saved on this computer.
w7-sent = It is sent to { $name }.
w7-waiting = We wait for { $name } to see it.
w7-seen = { $name } has seen it.

d1 = What will happen next?
d1-again = I will see them again
    .picture = see-again
d1-they = They will do something
    .picture = they-do
d1-i = I will do something
    .picture = i-do
d1-team = The team needs to do something
    .picture = team-does
d1-nothing = Nothing more
    .picture = nothing-more

d2 = Does the team need to know today?
d2-wait = It can wait
    .picture = can-wait
d2-not-sure = Not sure
    .picture = not-sure
d2-today = Yes, today
    .picture = urgent-today

e2 = What do you need now?
e2-break = A break
    .picture = break
e2-food = Food or a drink
    .picture = food-drink
e2-talk = To talk to someone
    .picture = talk-to-someone
e2-job = Help with a job
    .picture = help-with-job
e2-home = To go home
    .picture = go-home
e2-nothing = Nothing
    .picture = nothing-needed

# Telling by voice and by typing
who-hears = Who will hear your voice?
who-hears-visit = { $practitioner } and { $lead } can hear this.
who-hears-me = You choose who can hear this.
who-hears-safety = { $lead } will hear this.
who-hears-letters = Use first letters.
    .picture = first-letters
who-hears-quiet = Talk about work in a quiet place.
    .picture = quiet-room
who-hears-no = You can say no. Pictures are fine.
    .picture = use-pictures
who-hears-ok = OK, I know
use-pictures = Use pictures
i-want-to-type = I want to type

speak-start = Start
speak-stop = Stop
speak-again = Do it again
speak-keep = Keep it
speak-ready = Press Start when you are ready.
speak-recording = We are recording your voice.
speak-so-far = { $length } so far
speak-listening = You can talk now.
speak-well = We can hear you.
speak-quiet = A bit quiet. Come closer.
speak-nothing = We cannot hear you. Talk a bit louder.
speak-blocked = The microphone is blocked. Ask { $name }.
speak-loud = A bit too loud. Move back.
speak-time = Take your time.
speak-letters = Use first letters.
speak-who-visit = { $practitioner } and { $lead } will hear this.
speak-who-me = You choose who hears this.
speak-who-safety = { $lead } will hear this.
speak-keeping = We are keeping your words.
speak-kept = Do you want to keep this?
speak-kept-help = You can hear it first.
speak-length = { $name }, { $length }
speak-stopped = It stopped. We kept your words.
speak-no-voice = We heard no voice.

type-heading = { $question }
type-field = Your words
type-done = Done

guard-name = Is that a full name? Use first letters.
guard-name-try = Is that a full name? Try { $letters }.
guard-health-number = That is a health number. Please take it out.
guard-number = Is that a health number?
guard-phone = Is that a phone number?
guard-postcode = Is that an address?
guard-take-out = Take it out
guard-keep = It is fine
guard-use = Use { $letters }

# Recording problems
problem-no-microphone = The microphone is off. Ask { $name }.
problem-microphone-lost = The microphone stopped. We kept your words.
problem-no-speaker = This computer has no sound.
problem-clip-unreadable = We cannot play this. Ask { $name }.
problem-disk-full = The computer is full. Ask { $name } to make room.
problem-cannot-write = We cannot save here. Ask { $name }.
problem-cannot-read = We cannot read what was saved. Ask { $name }.
problem-already-open = Alongside is open already.
open-already = Alongside is open.
open-already-look = Look for the first one. It may be at the back.
    .picture = find
open-already-ok = Press OK. Then this one shuts.
    .picture = done
not-open = Alongside did not start.
not-open-full = The computer is full. Make some room on it.
    .picture = warning
not-open-read = We tried to read what you saved. It is still there.
    .picture = warning
not-open-write = We tried to save here. It went wrong.
    .picture = warning
not-open-ask = Ask someone to help you.
    .picture = help-person
problem-not-allowed = This page is for someone else.
problem-no-key = This computer has lost your key. { $name } can let you in.
problem-newer = A newer Alongside wrote this. Ask { $name } to get the new one.
problem-no-clipboard = Copying does not work here. You can type it in.
problem-no-viewer = This computer cannot show papers. Save it in a folder.
problem-secure-ward = This is off on your ward. { $name } can change it.
problem-cannot-print = This paper cannot be made. Ask { $name } to help.

# On every paper
paper-page = Page { $now } of { $all }
paper-pen = A line to write on
paper-line = Line
paper-letters = Letters
paper-check = Check

# The recovery sheet
recovery = Spare key sheet
recovery-what = This is a spare key to Alongside. It opens what each person in the team has saved. The team lead and a senior use it together.
recovery-team = Team
recovery-made = Made on
recovery-kept-in = Kept in
recovery-key = The key
recovery-key-letters = The letters have no B, I, O or 1: a round O is a zero.
recovery-keep = Keep it safe
recovery-keep-copies = Print 2 copies. Keep one in the team’s safe. Give one to the information governance lead.
    .picture = in-record
recovery-keep-secret = This sheet can open everything. Take no photo of it. Keep it on no computer.
    .picture = secret
recovery-use = How to use it
recovery-choose = Use the spare key
    .picture = show-card
recovery-use-who = Meet the person who cannot sign in. Be sure who they are.
    .picture = help-person
recovery-use-open = Open Alongside on their computer. Press “{ recovery-choose }”.
    .picture = help-with-job
recovery-use-type = Type each line, then its check number. Small letters are fine. If a line is wrong, Alongside says which.
    .picture = big-screen
recovery-use-back = Help the person pick a new way to sign in. Write down the day and your names. Put the sheet back in the safe.
    .picture = forms
recovery-lost = If a sheet is lost
recovery-lost-now = Today, tell the team lead. Tell the information governance lead too. Someone may now read your files.
    .picture = warning
recovery-lost-new = Make a new key in Alongside. Destroy the other old sheet. An old key still opens old copies of files.
    .picture = change-it
recovery-gone = If Alongside no longer works
recovery-gone-words = The files can be opened with age (age-encryption.org). Begin the key with { $begins }, then add the letters. Leave out spaces, line numbers and check numbers.

# What pictures show, for papers that are read aloud
picture-in-record = A paper in a box, with a tick
picture-secret = Someone with a finger on their lips
picture-help-person = A person with one hand up
picture-help-with-job = Two people at one computer
picture-big-screen = A computer with a big letter A
picture-forms = A form and a pen
picture-warning = A warning sign
picture-change-it = A paper and a pencil
picture-leave = Someone goes out of a door
picture-walk = Someone walks
picture-bus-stop = A bus stop
picture-train = A train
picture-get-off = Someone gets off a bus
picture-change-bus = From one bus to another
picture-arrive = Someone is at a door
picture-late-bus = A bus and a clock
picture-lost = Someone does not know the way
picture-safe = A safe place
picture-phone = A phone
picture-trip = A way on a map
picture-stay-on = Someone sits on a bus

# Times
time-morning = in the morning
time-afternoon = in the afternoon
time-evening = in the evening
time-night = at night
time-noon = 12 noon
time-midnight = midnight
time-hour = { $hour } o’clock { $part }
time-minute = { $hour }:{ $minute } { $part }
date = { $weekday } { $day } { $month }
date-short = { $day } { $month }
date-year = { $day } { $month } { $year }
date-today = Today
date-yesterday = Yesterday
date-tomorrow = Tomorrow
ago-now = now
ago-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
ago-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
ago-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
length-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
length-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
length-hours-minutes = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} and { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
length-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
length-minutes-seconds = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} and { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Hearing a recording
player-play = Play
player-pause = Pause
player-far = { $now } of { $all } seconds
answer-skipped = You skipped this
answer-voice = In your own voice

# Check and send
check = Let us check your words.
check-help = Is this what you want to say?
check-add = Add more
check-right = Yes, this is right
share = Who can hear the part about you?
share-help = This is how you feel and what you need.
share-both = { $senior } and { $lead }
    .picture = senior-and-lead
share-lead = Just { $lead }
    .picture = just-lead
share-me = Just me
    .picture = just-me
share-worry = { $name } will hear your worry. We cannot keep it a secret.
send = Send it to { $name }?
send-help = Are you ready to send it?
send-next = { $name } will hear your words and write the note.
send-back = You can take it back before { $name } starts.
send-waiting = We are sending it. You can wait here.
send-later = Save it for later
send-now = Send it

# Where is my story?
story = Where is my story?
visit-to-on = Visit to { $letters }, { $day }
visit-to = Visit to { $letters }
visit-on = Visit on { $day }
story-sent = You sent it.
story-sent-to-come = You send it.
story-read = { $name } read it.
story-read-to-come = { $name } will read it.
story-in-record = It is in the record.
story-in-record-to-come = { $name } will put it in the record.
story-heard = You heard the note.
story-heard-to-come = You hear the note.
story-wrong = { $name } will put it right.
story-take-back = Take it back
story-hear = Hear the note
story-hear-again = Hear the note again
story-back = You have your story back.
story-back-words = Only you can see it now.
story-change = Look at it
time-on-day = { $time }, { $day }

# The note, read back
note = This is what { $name } wrote.
note-help = Press an ear, or Listen, to hear it.
note-none = There is no note yet.
verdict = Is it right?
verdict-right = Yes, it is right
    .picture = yes-right
verdict-wrong = Something is wrong
    .picture = not-right
verdict-dont-get-it = I do not get it
    .picture = dont-get-it
wrong = What is wrong?
wrong-help = Press the part that is wrong. You can type too.
wrong-field = Your words
wrong-send = Send

# The headings of the note
note-title = Peer support contact
note-why = Why we met
note-did = What we did
note-said = What the person said, in their own words
note-know = What the person wants the team to know
note-seen = What was seen or heard
note-well = What went well, strengths
note-hard = What was hard
note-worries = Worries
note-next = What happens next, who, by when
note-source = Source
wrong-hears = { $name } will hear this.
door-opening = We are opening your page. You can wait here.
help-ring-help = Press an ear to hear the number.
phone-number = { $number }
help-size-sample = Aa

# News at home
news = News about my story
news-none = No news about my story.
    .picture = no-news
news-sent = { $name } has your words.
    .picture = send
news-read = { $name } is writing the note.
    .picture = read-it
news-in-record = { $name } has put it in the record.
    .picture = in-record
news-heard = You heard the note.
    .picture = hear-note
news-wrong = { $name } will put it right.
    .picture = change-it
news-worry = Your worry
news-worry-ring = Ring { $name } now.
    .picture = phone
news-worry-seen = { $name } has seen it.
    .picture = seen
news-worry-done = { $name } has done something.
    .picture = told-lead

# My worry
worry = Your worry
worry-ring = Ring { $name }:
worry-told = You told a person, { $time }.
worry-seen = { $name } saw it, { $time }.
worry-done = { $name } says: { $words }

# The practitioner's desk
desk = Write in the record
    .picture = desk
desk-news = { $count ->
    [0] No story waits for you.
    [one] 1 story waits for you.
   *[other] { $count } stories wait for you.
}
desk-heading = Stories to write down
stretch-before = Show what comes before
stretch-after = Show what comes after
stretch-count = { $count } more
desk-list = My list
desk-empty = No story waits for you.
desk-write = Write
desk-words-tab = Their words
desk-title-to = { $worker }’s visit to { $letters }
desk-title = { $worker }’s visit
desk-about-day = Visit { $day }, sent { $sent }
desk-about = Sent { $sent }
desk-entry-to = { $worker }, visit to { $letters }
desk-entry = { $worker }, a visit
desk-status-danger = Danger, { $ago }
desk-status-worry = Worry, { $ago }
desk-status-today = Today, { $ago }
desk-status-wrong = { $worker } says it is wrong
desk-status-late = Late, { $ago }
desk-status-mine = You took it
desk-status-new = New, { $ago }
desk-status-to-hear = Waits for { $worker }
desk-status-done = { $worker } agreed
desk-answer-skipped = { $name } skipped this.
desk-answer-not-sure = { $name } is not sure.
desk-words = { $worker }’s words
desk-wrong = What is wrong with the note?
desk-wrong-part = Something is wrong.
desk-wrong-parts = Wrong: { $parts }.
desk-wrong-dont-get-it = I do not get it. Please talk with me.
desk-clip = { $seconds } s
    .spoken = Play, { $seconds } seconds
desk-use = Use
desk-note = Your note
desk-saved = Saved
desk-not-saved-yet = Saving
desk-copy = Copy note
desk-copied = Copied
desk-in-record = It is in the record
desk-play = Play
desk-pause = Pause
desk-back = 3 s
    .spoken = Back 3 seconds
desk-forward = 3 s
    .spoken = Forward 3 seconds
desk-slow = Slow
desk-again = Again
desk-next = Next card
desk-key-play = Ctrl Space
    .spoken = Control and Space
desk-key-back = F7
desk-key-forward = F8
desk-key-slow = F4
desk-key-again = Shift F7
desk-key-next = Ctrl Down
    .spoken = Control and Down
desk-voice = { $voice }’s voice: { $question }
desk-far = { $now } of { $all }
desk-speed = ({ $speed } times)
in-record = Which record is it in?
in-record-help = Check: the right person, the right day, your own name.
in-record-adequate = My record is accurate and adequate
in-record-not-yet = Not yet
in-record-yes = It is in the record
in-record-done = We will tell them it is in the record.
system-rio = RiO
system-systmone = SystmOne
system-emis = EMIS
system-other = Another record
source-entered = Entered by { $practitioner }, { $job }, on behalf of { $worker }, Peer Support Worker.
source-contact = Contact: { $day }. Debrief: { $told }, { $time } (recorded).
source-quotes = Words in quotation marks are { $worker }’s or the person’s own words as told to me.
source-read-back = Read back to { $worker }: not yet read back.
source-read-back-right = Read back to { $worker }: { $day }, { $time }. Agreed.
source-read-back-wrong = Read back to { $worker }: { $day }, { $time }. Something was wrong.
source-day-unknown = day not given
worry-story = See my story

# The supervisor
review = See what needs you
    .picture = review
review-news = { $count ->
    [0] Nothing waits for you.
    [one] 1 thing waits.
   *[other] { $count } things wait.
}
review-news-worries = { $worries ->
    [one] 1 worry
   *[other] { $worries } worries
}, { $count } to do
review-heading = What needs you
review-list = The list
review-empty = Nothing waits for you.
review-worry = { $worker } is worried about someone
review-worry-skipped = { $worker } skipped the worry question
review-worry-over = { $worker } is not worried any more
review-wants = { $worker } wants to talk to you
review-shared = { $worker } told you how they feel
review-visit = { $worker } told about a visit
review-status-danger = Danger now. No one has seen it
review-status-unseen = Sent. No one has seen it
review-status-seen = You have seen it. Write what you did
review-status-done = Seen and done
review-status-shared = { $worker } chose to share this
review-status-today = The team needs to know today
review-status-wrong = { $worker } says the note is wrong
review-status-in-record = In the record
review-status-late = Late. Waiting for the record
review-status-waits = Waiting for the record
review-words = { $worker }’s words
review-ring = Ring { $worker }: { $number }
review-sent = Sent, { $time }
review-told = { $name } told a person, { $time }
review-seen = Seen by { $name }, { $time }
review-done = { $name }, { $time }: { $words }
review-not-seen = Not seen yet
review-see = I have seen it
review-what-done = What did you do?
review-save = Save what I did

# Who looked at what
log = See who looked
    .picture = seen
log-heading = Who looked at what
log-opening = We are opening it. You can wait here.
log-whole = Nothing is missing from this list.
log-again = This computer began a new list { $count } times. Look for “A new list begins”.
log-broken = Something is missing from this list, or was changed. Tell the IT team.
log-line = { $day }, { $time }: { $what }
log-began = A new list begins.
log-came-in = { $name } came in.
log-let-in = { $name } let { $whose } in.
log-opened = { $name } opened { $document }.
log-heard = { $name } heard { $document }.
log-changed = { $name } saved { $document }.
log-copied = { $name } copied { $document }.
log-exported = { $name } took out { $document }.
log-backed-up = { $name } made a copy of everything.
log-deleted = { $name } erased { $document }.
log-added = { $name } added { $whose } to the team.
log-left = { $name } wrote down that { $whose } left.
log-changed-help = { $name } changed what { $whose } does, or who helps { $whose }.
log-let-computer-in = { $name } let a computer into the team.
log-held = { $name } held { $document }.
log-lifted = { $name } ended the hold on { $document }.
log-asked-to-erase = { $name } asked to erase { $document }.
log-kept-all = { $name } said no. Nobody erased { $document }.
log-erased = { $name } said yes and erased { $document }.
log-a-story = what { $name } told
log-everything = everything about { $name }
log-a-visit = what { $name } told about a visit
log-a-note = a note about { $name }’s visit
log-a-clip = a recording of { $name }’s voice
log-a-concern = { $name }’s worry
log-a-me = how { $name } feels
log-a-plan = { $name }’s support plan
log-a-list = this list
log-a-ward = { $name }’s secure ward
log-a-page = something about { $name }

# My support plan
plan = See my support plan
    .picture = plan
plan-heading = My support plan
plan-none = You have no support plan yet. Ask your senior.
plan-empty = Nothing here yet.
plan-helps = What helps me
plan-hard = What is hard
plan-who = Who helps me
plan-seen-by-me = Only you can see this.
plan-seen-by-one = You and { $one } can see this.
plan-seen-by = You, { $rest } and { $last } can see this.
plan-working = Is this working?
plan-yes = Yes
plan-a-bit = A bit
plan-no = No
plan-agreed = Agreed
plan-for-now = For now
plan-agreed-with = With { $name }, { $day }.
plan-look-again = Look again: { $day }

# A trip: asking
trip = Plan a trip
    .picture = trip
trip-news = To { $place }. { $day }, leave at { $time }.
trip-news-today = To { $place }. Leave at { $time }.
trip-mine = Your trips
trip-new = Plan a new trip
    .picture = trip
trip-to = Trip to { $place }
trip-leave = Leave at { $time }.
trip-leave-day = { $day }, leave at { $time }.
trip-start = You start at { $place }.
trip-start-elsewhere = Start somewhere else
trip-from = Where do you start?
trip-where = Where are you going?
trip-no-places = There are no places to go to yet. Ask { $name }.
    .picture = places
find-place = Find another place
    .picture = find
find-how = How do you want to find it?
find-by-picture = Look at pictures
    .picture = my-pictures
find-by-name = Type the name
    .picture = find
find-by-ear = Read them to me
    .picture = volume
find-kind = What kind of place is it?
find-any = Any place
    .picture = places
find-which-letter = What is the first letter?
find-letter = { $letter }
    .spoken = The letter { $letter }
find-number = A number
find-which = Which place is it?
find-called = What is it called?
find-type = Type some letters. Mistakes are OK.
    .picture = find
find-none = No place like that. Ask { $name }.
    .picture = no-one
find-none-add = No place like that. You can add it.
    .picture = find
find-read = Is it this place?
find-count = Place { $at } of { $all }
find-keys = You can press Enter for yes.
find-yes = Yes, that one
find-pause = Wait
find-go-on = Go on
find-next = Next place
find-stop = Stop reading
find-end = Those are all the places.
    .picture = places
find-again = Read them again
trip-day = Which day?
trip-time = When do you need to be there?
trip-earlier-hour = 1 hour earlier
trip-later-hour = 1 hour later
trip-earlier = 5 minutes earlier
trip-later = 5 minutes later
trip-earlier-hour-short = − 1 hour
    .spoken = { trip-earlier-hour }
trip-later-hour-short = + 1 hour
    .spoken = { trip-later-hour }
trip-earlier-short = − 5 minutes
    .spoken = { trip-earlier }
trip-later-short = + 5 minutes
    .spoken = { trip-later }
trip-time-choose = Choose the time
trip-part = Which part of the day?
trip-part-morning = Morning
trip-part-afternoon = Afternoon
trip-part-evening = Evening
trip-part-night = Night
trip-hour = Which hour { $part }?
trip-hour-short = { $hour } o’clock
trip-quarter = What time { $part }?
trip-quarter-past = Quarter past { $hour }
trip-half-past = Half past { $hour }
trip-quarter-to = Quarter to { $hour }
trip-look = Find a way
trip-looking = We are looking for buses.

# A trip: choosing
trip-found = How will you get there?
trip-found-by = You need to be there at { $time }.
trip-found-by-day = { $day }, you need to be there at { $time }.
trip-choose = Use this one
trip-walk = Walk
trip-then = { $first }, then { $second }
trip-changes = { $count ->
    [0] You do not change.
    [one] You change 1 time.
   *[other] You change { $count } times.
}
trip-leave-at = Leave at { $time }.
trip-card-there = There at { $time }.
trip-walking = You walk for { $length }.
trip-one-earlier = One bus earlier
trip-holiday = It is a bank holiday. Ask { $name } if the buses go.
trip-stale = These bus times are old. Ask { $name } if they are right.
trip-found-latest = After { $time } it is too late to leave.
trip-longer = { $length } longer
trip-busy = It may be full then
trip-no-way-home = There is no bus home after that.
    .picture = no-trip
trip-last-home = The last bus home goes at { $time }.
    .picture = go-home
trip-leaves-later = You leave later

# A trip: no way
trip-none = We found no way to get there.
trip-none-near-start = There is no bus near { $place }.
trip-none-near-goal = There is no bus near { $place }.
trip-none-day = There are no buses on that day.
trip-none-old = The bus times are too old. They end on { $day }.
trip-none-early = The bus times start on { $day }.
trip-none-way = We found no way to be there at that time.
trip-none-late = It is too late to be there by bus.
trip-none-soonest = You can be there at { $time }.
trip-none-timetable = There are no bus times on this computer.
trip-none-timetable-broken = We cannot read the bus times.
trip-none-ask = Ask { $name } for help.
trip-none-ring = Ask { $name }: { $number }
trip-other-time = Change the time
trip-other-day = Change the day
trip-take-soonest = Go at that time

# A trip: what it goes by
line-bus = bus { $line }
line-bus-none = the bus
line-coach = coach { $line }
line-coach-none = the coach
line-train-none = the train
line-underground = underground line { $line }
line-underground-none = the underground train
line-tram = tram { $line }
line-tram-none = the tram
line-ferry = ferry { $line }
line-ferry-none = the ferry
line-other = line { $line }
line-other-none = the next one
title-bus = Bus { $line }
title-bus-none = Bus
title-coach = Coach { $line }
title-coach-none = Coach
title-train-none = Train
title-underground = Underground { $line }
title-underground-none = Underground
title-tram = Tram { $line }
title-tram-none = Tram
title-ferry = Ferry { $line }
title-ferry-none = Ferry
title-other = Line { $line }
title-other-none = Something else
stop-plain = { $stop } bus stop
stop-at = { $stop }, stop { $platform }
stop-platform = { $stop }, platform { $platform }

# A trip: the steps
trip-steps = Your trip
step-leave = Leave at { $time }.
step-leave-start = You start at { $place }.
    .picture = leave
step-leave-day = It is on { $day }.
    .picture = another-day
step-walk-stop = Walk to { $stop }.
step-walk-minutes = It takes about { $length }.
    .picture = walk
step-walk-stop-for = You go there for { $line }.
    .picture = bus-stop
step-wait = Wait for { $line }.
step-wait-at = It comes at { $time }.
step-wait-hand = Put out your hand when you see it.
    .picture = hand-out
step-wait-missed = If you miss it, the next one is at { $time }.
    .picture = late-bus
step-wait-missed-other = If you miss it, take { $line } at { $time }.
    .picture = late-bus
step-wait-missed-walk = If you miss it, you can walk.
    .picture = walk
step-wait-missed-none = This is the last one.
    .picture = warning
step-off = Get off at { $stop }.
step-off-stops = { $count ->
    [one] It is the next stop.
   *[other] Count { $count } stops. Get off there.
}
    .picture = stay-on
step-off-at = You are there at { $time }.
step-off-pass = First you pass { $stop }.
    .picture = stay-on
step-off-bell = Press the bell after { $stop }.
    .picture = press-bell
step-off-before = The stop before is { $stop }.
    .picture = get-off
step-change = Stay at { $stop }. You change here.
step-change-walk = Walk to { $stop }. You change there.
step-walk-place = Walk to { $place }.
step-arrive = You are there.
step-arrive-at = It is about { $time }.
step-next = Next step
step-there = I am there
step-early = { $day }, you leave at { $time }.
step-late = The bus is late
step-lost = I am lost
step-drop = I am not going
trip-gone = This trip is over.
    .picture = done
plate-to = to { $place }

# A place, and what is good to know of it
place-facts = About this place
facts-heading = What do you know of this place?
fact-address = What is the address?
    .picture = places
fact-address-hint = Write it as on an envelope.
fact-room = Which room or floor is it?
    .picture = place-office
fact-room-hint = Room 4, first floor.
fact-quiet = Is it quiet?
    .picture = quiet-room
fact-toilet = Is there a toilet?
    .picture = place-other
fact-ask-for = Who do you ask for there?
    .picture = talked
fact-ask-for-hint = A first name or a job is best.
fact-field = Your answer
fact-yes = Yes
    .picture = yes
fact-no = No
    .picture = no
fact-unknown = We do not know
    .picture = not-sure
about-place = About this place
about-heading = About { $place }
about-address = The address is: { $address }
    .picture = places
about-room = Go to: { $room }
    .picture = place-office
about-ask-for = Ask for { $who }.
    .picture = talked
about-quiet = It is quiet there.
    .picture = quiet-room
about-loud = It can be loud there.
    .picture = loud
about-quiet-unknown = Is it quiet? Nobody has told us yet.
    .picture = not-sure
about-toilet = There is a toilet.
    .picture = done
about-no-toilet = There is no toilet.
    .picture = no
about-toilet-unknown = Is there a toilet? Nobody has told us yet.
    .picture = not-sure
step-arrive-ask = Say your name at the desk. Ask for { $who }.
    .picture = talked
step-arrive-room = Then go here: { $room }
    .picture = place-office

# A place of one's own life
own-heading = My own places
own-only-you = Only you can see these places.
own-place-none = You have no places of your own yet.
    .picture = place-home
own-add-start = Add a place of my own
own-place-remove = Take one off the list
own-which = Which one do you take off the list?
own-remove-ask = Do you want to take { $place } off the list?
own-keep = No, keep it
    .picture = no
own-yes-remove = Yes, take it off
    .picture = yes
own-together = { $name } can do this with you.
own-lines = { $count ->
    [one] Line { $lines }.
   *[other] Lines { $lines }.
}
own-name-hint = Use a name that you know. It is for you alone.
    .picture = just-me

# Getting ready for a trip
trip-know = Do you know this person outside work?
know-no = No
    .picture = no
know-yes = Yes
    .picture = yes
know-not-sure = Not sure
    .picture = not-sure
know-no-visit = I do not visit a person there
    .picture = place-office
talk = Talk to { $name } before your visit.
talk-team = Talk to your team before your visit.
talk-ring = Ring { $name }: { $number }
talk-say = You can say: I know this person.
    .picture = talk-to-someone
talk-say-not-sure = You can say: I think I know this person.
    .picture = talk-to-someone
talk-you = Then you choose if you go.
    .picture = i-do
talk-home = Stop for now
talk-go-on = Go on with the trip
trip-same = The same as last time?
same-know-no = You do not know this person.
    .picture = person-i-saw
same-know-yes = You know this person.
    .picture = person-i-saw
same-know-not-sure = You may know this person.
    .picture = not-sure
same-no-visit = You visit no person there.
    .picture = no-one
same-take-nothing = You take nothing with you.
    .picture = nothing-needed
same-change = Change something
same-yes = Yes, the same
trip-get-ready = Get ready for this trip
trip-phone = Who can you ring?
phone-none = Nobody in the team has a phone number here.
    .picture = phone
trip-take = What will you take with you?
take-phone = My phone
    .picture = phone
take-pass = My bus pass
    .picture = show-card
take-keys = My keys
    .picture = key
take-headphones = My headphones
    .picture = headphones
take-food-drink = Food and a drink
    .picture = food-drink
take-book = A book
    .picture = book
trip-plan = Here is your plan. Press Listen to hear it.
trip-plan-name = My trip plan
    .picture = plan
plan-take = Take with you:
plan-steps = Show me the steps
plan-done = Done

# How I travel
how = How I travel
how-heading = How do you travel?
how-help = Every trip is made to fit you.
how-speed = How fast do you walk?
    .picture = walk
how-speed-slow = I walk slowly
    .picture = walk
how-speed-steady = I walk at a steady speed
    .picture = walk
how-speed-quick = I walk fast
    .picture = walk
how-speed-walk = Half a mile takes { $length }.
how-spare = How early do you want to be there?
    .picture = arrive
how-change = How long do you need to change buses?
    .picture = change-bus
how-stop = How early are you at the stop?
    .picture = bus-stop
how-walking = What is the longest walk you can do?
    .picture = more-time
how-changes = How often can you change buses?
    .picture = two-buses
how-changes-most = { $count ->
    [0] I do not change
    [one] 1 time at most
   *[other] { $count } times at most
}
how-busy = When are buses too busy for you?
    .picture = busy-bus
how-busy-help = You can pick more than one. It is for Monday to Friday.
how-lines = Which buses do you not take?
    .picture = bus
how-lines-count = { $count ->
    [0] I take all of them.
    [one] 1 is left out.
   *[other] { $count } are left out.
}
how-stops = Which stops do you not use?
    .picture = bus-stop
how-stops-count = { $count ->
    [0] I use all of them.
    [one] 1 is left out.
   *[other] { $count } are left out.
}
how-left-out-help = We leave out what you pick here.
how-left-out-none = Go on a trip first. Then you can pick here.
    .picture = trip
how-busy-none = No time is too busy
how-busy-morning = In the morning
how-busy-afternoon = When schools close
how-busy-evening = When people go home
how-busy-hours = From { $from } to { $to }.
how-done = Done

# A bus pass
pass-which = Which bus pass do you have?
    .picture = show-card
pass-england = England
    .picture = show-card
pass-wales = Wales
    .picture = show-card
pass-scotland = Scotland
    .picture = show-card
pass-northern-ireland = Northern Ireland
    .picture = show-card
pass-none = I have no bus pass
    .picture = no
pass-early = Can you use it before half past 9?
pass-companion = Can someone travel with you on your pass?
pass-with-someone = Someone can travel with you.
pass-yes = Yes
    .picture = yes
pass-no = No
    .picture = no
pass-ask = I need to ask
    .picture = not-sure
pass-works = Your pass works then.
    .picture = show-card
pass-works-ask = Ask if your pass works then.
    .picture = not-sure
pass-not-before = Your pass does not work before { $time }. You need money.
    .picture = show-card
pass-not-after = Your pass does not work after { $time }. You need money.
    .picture = show-card

# Help with a train
train-help = Help with the train: 0800 022 3720, or text 60083
    .picture = train
train-help-ask = Ask 2 hours before. Or ask at the station.
    .picture = help-person

# A trip: what if
late = The bus is late.
late-wait = That is OK. Wait 10 minutes.
    .picture = late-bus
late-ring = No bus? Ring { $name }: { $number }
    .picture = phone
late-missed = I missed it
missed = You missed { $line }. That is OK.
missed-next = The next one comes at { $time }.
missed-other = Take { $line } at { $time }.
missed-walk = You walk for { $length }.
    .picture = walk
missed-there = You are there at { $time }.
    .picture = arrive
missed-later = You are { $length } late. Ring { $name }.
    .picture = phone
missed-none = There is no other bus today.
    .picture = no-trip
missed-plan = We need to plan your trip again.
    .picture = trip
missed-go = Go this way
missed-again = Plan it again
lost = You are lost. That is OK.
lost-stay = Stay where you are.
    .picture = lost
lost-ring = Ring { $name }: { $number }
    .picture = phone
drop = Do you want to end this trip?
drop-words = Your trip to { $place } goes away. You can plan a new one.
    .picture = no-trip
drop-keep = No, keep it
drop-yes = Yes, end it

# A trip: other ways, and what comes after
other-way = Another way
other = How do you want to go?
other-with = Someone comes with me
    .picture = someone-with-me
other-taxi = Taxi
    .picture = taxi
other-lift = A lift in a car
    .picture = car
other-online = Meet online
    .picture = big-screen
other-with-to = Someone with me to { $place }
    .picture = someone-with-me
other-taxi-to = Taxi to { $place }
    .picture = taxi
other-lift-to = Lift in a car to { $place }
    .picture = car
other-online-to = Meet online, not at { $place }
    .picture = big-screen
other-when = { $day }. Be there at { $time }.
because = Why is that?
because-new = It is new to me
    .picture = new-places
because-changes = There are many changes
    .picture = change-bus
because-full = The bus is full
    .picture = busy-bus
because-no-bus = There is no bus
    .picture = no-trip
because-bad = I do not feel well
    .picture = feel-bad
because-else = Something else
    .picture = something-else
because-none = No reason given
    .picture = did-not-say
other-check = Do you want to ask { $name }?
other-not-yet = Then wait for { $name } to say yes.
    .picture = can-wait
other-send = Ask { $name }
asked-way = What you asked for
asked-way-waits = You asked { $name }. Wait for an answer.
    .picture = can-wait
asked-way-yes = { $name } says yes.
    .picture = yes
asked-way-talk = { $name } wants to talk first.
    .picture = talk-to-someone
asked-way-no = { $name } says: not this time.
    .picture = no
asked-way-back = You took it back.
    .picture = done
asked-way-who = { $who }, at { $time }
asked-way-ring = Ring { $name }: { $number }
    .picture = phone
asked-way-take = Take it back
asked-way-sure = Do you want to take it back?
asked-way-sure-words = Then { $name } does nothing.
    .picture = done
asked-way-sure-yes = Yes, take it back
why-not-nobody = Nobody is free then
    .picture = no-one
why-not-late = There is too little time
    .picture = clock-plain
why-not-bus = Let us try the bus first
    .picture = bus
why-not-person = I will tell you why
    .picture = talk-to-someone
news-trip = Your trip
arranging = Trips that need help
    .picture = help-person
arranging-news = { $count ->
    [one] 1 person waits for your answer.
   *[other] { $count } wait for your answer.
}
arranging-none = Nobody waits for help with a trip.
arranging-of = { $worker }: { $what }
arranging-waits = Waits for an answer
arranging-said-yes = { $name } said yes
arranging-said-talk = { $name } wants to talk first
arranging-said-no = { $name } said: not this time
arranging-from = From { $place }
    .picture = leave
arranging-read = { $name } has read it.
arranging-not-read = { $name } has not read it yet.
arranging-yes = Yes, it is arranged
arranging-talk = Talk to me first
arranging-no = Not this time
arranging-yes-who = Who does it?
arranging-yes-when = When do they come?
arranging-who = The name of the person or firm
arranging-time = The time, like this: 9:30
arranging-no-time = That is no time. Write it like this: 9:30
arranging-tell = Tell { $name }
arranging-no-heading = Why not this time?
arranging-no-help = { $name } will read this.
log-a-way = an answer about { $name }’s trip
money-pence = { $pence }p
money-pounds = £{ $pounds }
money-both = £{ $pounds }.{ $pence }
month-year = { $month } { $year }
costs = What did it cost?
cost-new = Write it down
    .picture = change-it
cost-trip = Which trip was it?
cost-trip-other = Another trip
    .picture = trip
cost-day = Which day was it?
cost-from = Where did you start?
cost-to = Where did you go?
cost-home = Home
    .picture = place-home
cost-elsewhere = Somewhere else
    .picture = something-else
cost-where = The name of the place
cost-by = How did you go?
cost-bus = Bus
    .picture = bus
cost-train = Train
    .picture = train
cost-taxi = Taxi
    .picture = taxi
cost-other = Another way
    .picture = something-else
cost-by-fare = { $by }, { $fare }
cost-fare = How much was it?
cost-fare-field = What you paid
cost-fare-like = Write it like this: 4.50
    .picture = change-it
cost-no-number = We need a number. Write it like this: 4.50
cost-nothing = That is 0. Write what you paid.
cost-too-much = That is a lot. Look for the dot: 4.50
cost-receipt = Do you have a receipt?
cost-no-receipt = No receipt
    .picture = no
cost-has-receipt = You have a receipt
    .picture = yes
cost-photo = Choose a photo of it
cost-from-to = { $from } to { $to }
cost-check = Is this right?
cost-keep = Keep it
cost-show = See the receipt
cost-show-heading = Your receipt
cost-remove = Remove
cost-remove-sure = Do you want to remove this?
cost-remove-yes = Yes, remove it
cost-paper = Make a paper
cost-paper-heading = The paper for Access to Work
cost-paper-of = What trips cost { $name }
cost-months = Which months?
cost-months-none = Nothing is written down yet.
cost-month-sum = { $count ->
    [one] 1 trip: { $sum }
   *[other] { $count } trips: { $sum }
}
cost-paper-show = Show the paper
cost-paper-making = We are making it. You can wait here.
cost-paper-shown = The paper is open.
cost-paper-print = You can print it there.
put-away = Save it
put-where = Where do you want to save it?
put-done = The paper is saved here.
put-called = It is called “{ $name }”.
    .spoken = It is in the folder now.
put-failed = Try another place.
paper-cost = What trips cost: { $name }
paper-cost-name = Name
paper-cost-job = Job
paper-cost-months = Months
paper-cost-trips = Trips
paper-cost-sum = Sum
paper-cost-receipts = Receipts
paper-cost-made = Made on
paper-cost-all = Each trip
paper-cost-day = Day
paper-cost-way = From and to
paper-cost-by = By
paper-cost-fare = Fare
paper-cost-total = All together: { $sum }
paper-cost-know = Good to know
paper-cost-paid = Access to Work pays for paid work. It does not pay for volunteering.
paper-cost-public = It normally does not pay where you can use public transport.
paper-cost-caps = Look on gov.uk for how much it pays.
arranging-costs = Trips and costs
arranging-whose = Whose trips?
arranging-costs-of = { $name }: trips and costs
arranging-costs-count = { $count ->
    [0] No costs are written down.
    [one] 1 cost is written down.
   *[other] { $count } costs are written down.
}
    .picture = forms
arranging-paper = Paper for Access to Work
felt = How was your trip?
    .picture = trip
felt-how = How did it go?
felt-good = Good
    .picture = feel-good
felt-so-so = In the middle
    .picture = feel-middle
felt-not-good = Not good
    .picture = feel-bad
felt-hard = What was hard?
felt-waiting = Waiting
    .picture = wait
felt-full = A full bus
    .picture = busy-bus
felt-changing = Changing
    .picture = change-bus
felt-finding = Finding the place
    .picture = find
felt-talking = Talking to people
    .picture = hard-to-talk
felt-nothing = Nothing was hard
    .picture = nothing-hard
felt-done = We kept what you said.
felt-thanks = It helps to make your support plan better.
    .picture = plan
felt-together = Trips: { $counts }.
    .picture = trip
felt-none = Nothing was said about trips yet.
    .picture = no-news
felt-count-good = { $count } good
felt-count-so-so = { $count } in the middle
felt-count-not = { $count } not good
felt-waiting-most = Waiting was hard most often.
felt-full-most = A full bus was hard most often.
felt-changing-most = Changing was hard most often.
felt-finding-most = Finding the place was hard most often.
felt-talking-most = Talking to people was hard most often.
remind = How long before you leave?
remind-how = We tell you here.
remind-offer = We can tell you when to get ready. Press “Remind me”.
remind-ask = Remind me
remind-before = { $count } minutes
remind-chosen = { $count } minutes before
remind-never = Do not tell me
    .picture = no
news-get-ready = Get ready now. Leave at { $time }.
# A trip: cards to show, not safe
step-not-safe = I am not safe
not-safe = You do not feel safe.
not-safe-shop = Go into a shop. Stay there.
    .picture = safe
not-safe-999 = Is someone hurting you? Ring 999.
    .picture = emergency
show-card = Show this card to someone.
show-stop = Show my stop
show-help = Show a card
show-stop-words = I am going to { $stop }. Tell me when we are there.
show-lost-words = My name is { $me }. I am lost. I need help. Ring { $name } for me.
show-not-safe-words = My name is { $me }. I do not feel safe. Ring { $name } for me.

# A trip: practising it
step-more = More
step-more-heading = What do you want to do?
practise = Practise at home
    .picture = practice
practise-leave = Leave { $place }.
practise-again = Again
practise-end = That was the last step
practise-done = You did all the steps.
practise-how = Who was with you?
practise-with = Someone helped me
    .picture = someone-with-me
practise-near = Someone was near me
    .picture = people
practise-alone = I was alone
    .picture = walk
practise-kept = It is kept.
practised-with = { $count ->
    [one] You did this 1 time. Someone helped you.
   *[other] You did this { $count } times. Last time: someone helped you.
}
practised-near = { $count ->
    [one] You did this 1 time. Someone was near you.
   *[other] You did this { $count } times. Last time: someone was near you.
}
practised-alone = { $count ->
    [one] You did this 1 time. You were alone.
   *[other] You did this { $count } times. Last time: alone.
}

# A trip: on paper
print-card = Print my card
    .picture = show-card
print-what = You get all the steps on paper.
    .picture = in-order
print-pocket = You get small cards for your pocket.
    .picture = show-card
print-times = The times are for { $day }.
    .picture = today
print-no-times = There are no times on it. It is for any day.
    .picture = timetable
print-any-day = For any day
print-with-times = With times
print-open = Open it to print
print-opened = It is open now.
print-there = Print it there. Then cut out the small cards.
    .picture = show-card
print-no = Ask for help to print.
paper-trip-whose = This is for { $name }.
paper-trip-day = This is for { $name }, on { $day }.
paper-trip-wrong = If it goes wrong
paper-trip-late = Is the bus late? Wait 10 minutes.
paper-trip-lost = Are you lost? Stay where you are.
paper-trip-not-safe = Not safe? Go into a shop.
paper-trip-cut = Small cards for your pocket
paper-trip-take = Take with you: { $things }
paper-trip-plate = { $plate }.
paper-trip-place = { $now } of { $all }, { $place }
paper-trip-place-day = { $now } of { $all }, { $place }, { $day }

# A trip: your own voice and photo at a step
note-step = What will you see there?
note-step-tile = Add my voice or a photo
    .picture = voice
note-steps = What will you see at each step?
note-steps-add = Voices and photos
note-has-both = Your voice and your photo
note-has-voice = Your voice
note-has-photo = Your photo
note-step-of = { $step } What will you see?
note-step-help = You can say it. You can add a photo.
note-step-who = Only you hear this.
note-record = Use my voice
    .picture = use-voice
note-record-again = Say it again
    .picture = use-voice
note-photo = Add a photo
    .picture = camera
note-photo-again = Use another photo
    .picture = camera
note-no-voice = Remove the voice
    .picture = no
note-no-photo = Remove the photo
    .picture = no
note-put-back = Put it back
    .picture = change-it
note-ward = New voices and photos are off on your ward. { $name } can change it.
    .picture = warning
step-voice = Hear the voice
step-voice-stop = Stop the voice

# A trip: routes that you keep
routes = My routes
routes-none = You have no routes yet.
    .picture = empty-list
routes-how = Plan a trip. Then keep it as a route.
    .picture = trip
route-keep-tile = Keep this as a route
    .picture = in-order
route-name = What do you call this route?
route-name-field = Name of the route
route-name-hint = You can change the name.
    .picture = change-it
route-to = To { $place }
route-keep = Keep it
route-looking = We are looking at the bus times.
    .picture = wait
route-go = Use this one
route-kept = Your route is kept. You can add your voice and photos.
route-known = You have this route already.
route-earlier = { $line } now goes { $length } earlier.
    .picture = change-it
route-later = { $line } now goes { $length } later.
    .picture = change-it
route-late = That is { $length } later than you want.
    .picture = late-bus
route-not-there = { $line } does not stop at { $stop } any more. Plan it again.
    .picture = no-trip
route-not-then = { $line } does not go at that time now. Plan it again.
    .picture = no-trip
route-gone = This route is not here any more.
    .picture = done
route-remove = Do you want to remove this route?
route-remove-short = Remove
route-remove-words = { $name } goes from your list. Your voice and photos stay.
    .picture = no-trip
route-remove-yes = Yes, remove it
route-write = Write a route

# A trip: a route that you write down
own-route = My own route
own-name = What do you call this route?
own-steps = The steps
own-none = There are no steps yet.
    .picture = empty-list
own-add = Add a step
own-done = All done
own-start = Start
own-change = Change the words
    .picture = change-it
own-remove = Remove this step
    .picture = no
own-kind = What comes next?
own-kind-walk = Walk to a place
own-kind-wait = Wait for a bus
own-kind-off = Get off
own-kind-in = Go in
own-walk-ask = Where do you walk to?
own-walk-field = Place
own-walk-hint = Type it like this: the red church
    .picture = walk
own-wait-ask = What do you wait for?
own-wait-field = Bus or train
own-wait-hint = Type it like this: bus 42
    .picture = bus-stop
own-off-ask = Where do you get off?
own-off-field = Stop
own-off-hint = Type it like this: Mill Road
    .picture = get-off
own-in-ask = Where do you go in?
own-in-field = Door or place
own-in-hint = Type it like this: the blue door
    .picture = arrive
own-walk = Walk to { $words }.
own-wait = Wait for { $words }.
own-off = Get off at { $words }.
own-in = Go in at { $words }.

# Setting up: the bus times
timetable = Get bus times
    .picture = timetable
timetable-heading = The bus times on this computer
timetable-opening = We are opening it. You can wait here.
    .picture = wait
timetable-none = There are no bus times on this computer.
    .picture = timetable
timetable-broken = We cannot read the bus times. Get them again.
    .picture = timetable
timetable-choose = Get new bus times
timetable-parts = Whose bus times are here?
timetable-part-until = Until { $day }
timetable-away = Remove these bus times?
timetable-away-what = No trip is planned with them any more.
timetable-away-keep = Keep them
timetable-away-yes = Remove them
timetable-where = Where is the file?
timetable-where-help = It is a GTFS file. Its name ends in .zip.
    .spoken = It is a G T F S file. Its name ends in dot zip.
timetable-no-shelves = We found no folders. Put the file in Downloads.
    .picture = import-zip
timetable-which = Which file is it?
folder-empty = There is no zip file here. Press Back to look in another place.
    .picture = empty-list
shelf-downloads = Downloads
shelf-pictures = Pictures
shelf-documents = Documents
shelf-desktop = Desktop
shelf-stick = Memory stick
file-kilobytes = { $count } kB
    .spoken = { $count } kilobytes
file-megabytes = { $count } MB
    .spoken = { $count } megabytes
file-size-day = { $size }, { $day }
timetable-reading = We are reading the bus times.
reading-lines = We are reading the lines.
    .picture = bus
reading-stops = We are reading the stops.
    .picture = bus-stop
reading-days = We are reading the days.
    .picture = today
reading-trips = We are reading the trips.
    .picture = trip
reading-times = We are reading the times.
    .picture = clock-plain
reading-links = We are reading how to change.
    .picture = change-bus
cancel = Cancel
timetable-read = The bus times are ready.
report-names = They are from { $names }.
report-names-more = They are from { $names } and { $count } more.
report-no-names = They do not say who runs the buses.
report-days = They go from { $from } to { $to }.
report-stops = { $count } stops
report-lines = { $count } lines
report-trips = { $count } different trips
report-old = These bus times are too old. They ended on { $day }. Get new ones.
report-early = These bus times start on { $day }.
odd-roughly = { $count } trips have times that are not exact.
odd-arrangement = At { $count } times you must ring first, or ask the driver.
odd-left-out = { $count } trips were left out. They do not make sense.
odd-twice = { $count } trips were there twice. We kept one of each.
odd-rows = { $count } lines of the file were left out. They do not make sense.
odd-names = { $count } stops have no name.
odd-nowhere = { $count } stops have no place on the map.
timetable-failed = We could not read that file.
timetable-kept = Nothing has changed on this computer.
    .picture = safe
failed-not-zip = That is not a zip file.
failed-empty = There is nothing in that file.
failed-locked = That file needs a password.
failed-damaged = That file is damaged, or only part of it is there.
failed-missing = That zip has no bus times. It has no { $file }.
failed-column = In { $file }, the column { $column } is missing.
failed-too-big = That file is too big to be a timetable.
failed-broken = Too many lines of { $file } cannot be read.
failed-no-trips = No bus runs on any day in that file.
failed-cancelled = You stopped it.
failed-no-room = The computer is full.
failed-cannot-read = The file cannot be opened. Is the memory stick still in?
failed-cannot-write = We cannot save here.
now-make-room = Make some room. Then try again.
    .picture = big-screen
now-ask-it = Ask the IT team to help.
    .picture = talk-to-someone
now-look-again = Look for the file again.
    .picture = find
now-download = Download it again. Then try again.
    .picture = import-zip
now-other-file = Choose another file.
    .picture = import-zip

# Setting up: the places
places = Set up places
    .picture = places
places-heading = Places to go
places-none = There are no places yet. Add the first one.
    .picture = places
place-add = Add a place
place-starts = Trips start here.
place-starts-not = Trips do not start here.
place-start-here = Start trips here
place-remove = Take it off the list
place-photo = Choose a photo
place-no-photo = Remove the photo
photo-where = Where is the photo?
photo-where-help = The newest photo comes first.
photo-which = Which photo is it?
photo-none = There is no photo here. Press Back to look in another place.
    .picture = empty-list
photo-reading = We are opening it. You can wait here.
    .picture = wait
photo-failed = We could not add it.
photo-failed-now = Nothing has changed.
    .picture = find
photo-not-a-picture = There is no photo in that file.
photo-too-big = That photo is too big. Make it smaller first.
photo-damaged = Part of that photo is gone.
photo-again = Choose another photo
stop-which = Which stop is it near?
stop-field = Name of the stop
stop-how = Type the name of the stop. Then pick it.
    .picture = find
stop-looking = We are looking. You can wait here.
    .picture = wait
stop-not-found = We found no stop of that name. Try fewer letters.
    .picture = find
stop-lines = Lines { $lines }. To { $towards }.
stop-towards = To { $towards }.
place-name = What do you call this place?
place-name-field = Name of the place
place-name-hint = Use the name that your team uses.
    .picture = team-does
place-picture = What is it like?
place-office = An office
    .picture = place-office
place-clinic = A clinic
    .picture = place-clinic
place-home = A home
    .picture = place-home
place-library = A library
    .picture = place-library
place-cafe = A café
    .picture = place-cafe
place-park = A park
    .picture = place-park
place-station = A station
    .picture = place-station
place-other = Something else
    .picture = place-other

# The command line, for whoever starts the app there
command-help =
    Alongside: plan travel, tell how a visit went, see your support plan.

    alongside                     Opens the app on the practice day.
    alongside --data FOLDER       Keeps everything in this folder.
    alongside --today 2026-03-02  Works on this day. To try a timetable of that time.
    alongside restore FOLDER      Brings a copy back from a stick. Only where nothing is kept yet.
    alongside join FOLDER         Takes a copy from a stick, and asks to be let in to its team.
    alongside tour FOLDER         Makes pictures of a whole day. Needs no screen.
    alongside --help              Shows this.
    alongside --version           Says which version this is.
command-type-key = Now type the spare key from the paper, line by line. End with an empty line.
command-key-wrong = That is not a whole spare key. Start again, and look at each line.
command-joined = This computer is ready. Open Alongside, and let the first person in with the spare key.
command-restored = { $bad ->
    [0] All { $good } parts of the copy are back.
   *[other] { $good } parts of the copy are back. { $bad } are broken or gone: try another copy.
}
command-version = Alongside { $version }
command-not-understood =
    I do not understand "{ $what }".
    To see what I understand: alongside --help
command-no-display =
    There is no screen here to open a window on.
    To see the app in pictures: alongside tour FOLDER
command-no-home =
    I cannot find your home folder.
    Say where to keep things: alongside --data FOLDER
command-disk-full = The disk is full. Make some room and start again. Nothing was lost.
command-cannot-write =
    I cannot write to my folder.
    Use another one: alongside --data FOLDER
command-cannot-read =
    What was saved here cannot be read. Nothing was changed.
    Use another folder: alongside --data FOLDER

# The tour
tour-title = A day with Alongside
tour-intro = Each picture is the real program at work on the practice day. The people and the town are made up.
tour-note = The note that was copied into the record
tour-clip = What Sam said, as the practitioner hears it
tour-made =
    { $count } pictures, the note and the recording are in { $folder }.
    Open index.html there to see them in order.
tour-no-folder = I cannot write to that folder, or the disk is full. Name another folder.
tour-no-voice = The voice of the app cannot be opened. Name a folder with room in it.
tour-no-app = The app did not start. Please report this.
tour-lost = The tour lost its way. This is a fault in Alongside. Please report what follows.

# Keep a copy
copy = Keep a copy
    .picture = saved-here
copy-news-none = No copy yet
copy-news-old = { $day }. That is too old
copy-news-fresh = The last one: { $day }
copy-remind-over = Keep a copy
copy-remind = It is time for a new copy.
    .picture = save-later
copy-heading = A copy of all our work
copy-never = There is no copy. Make one now.
copy-not-yet = There is no copy yet.
copy-old = The last copy is from { $day }. Make a new one.
copy-fresh = The last copy is from { $day }.
copy-why = If this computer breaks, the copy keeps our work.
copy-stick = Use a memory stick. Keep it in a safe place.
copy-make = Make a copy
copy-try = Try the copy
copy-where = Where do you want the copy?
copy-where-try = Where is the copy?
copy-where-help = A memory stick is best.
copy-no-place = Put in a memory stick. Then press Back.
copy-making = We are making the copy.
copy-trying = We are trying the copy.
copy-far = { $done } of { $all } parts
copy-made = The copy is ready.
copy-good = The copy is good.
copy-not-good = Some of the copy is broken.
copy-parts = { $count ->
    [one] 1 part is safe.
   *[other] { $count } parts are safe.
}
copy-new = { $count ->
    [0] Nothing was new.
    [one] 1 of them is new.
   *[other] { $count } of them are new.
}
copy-gone = { $count ->
    [one] 1 part was erased here. It is off the copy now.
   *[other] { $count } parts were erased here. They are off the copy now.
}
copy-from = It is from { $day }.
copy-keep = Take out the stick. Keep it in a safe place.
copy-here = This copy is on this computer. A stick is safer.
copy-bad-here = { $count ->
    [one] 1 part on this computer is broken. Tell the IT team.
   *[other] { $count } parts on this computer are broken. Tell the IT team.
}
copy-bad-there = { $count ->
    [one] 1 part is broken or gone.
   *[other] { $count } parts are broken or gone.
}
copy-again = Make a new copy now.
copy-failed = We could not make the copy.
copy-try-failed = We could not try the copy.
copy-still-there = All your work is still here.
copy-failed-full = There is no room in that place.
copy-failed-locked = We cannot save in that place.
copy-failed-gone = We cannot find that place any more.
copy-failed-unreliable = That stick does not keep what we save.
copy-failed-none = There is no copy there.
copy-failed-other = That copy is from another team.
copy-failed-several = There are copies of several teams there.
copy-failed-not-empty = There is some work here already.
copy-failed-cannot-read = We cannot read what was saved here.
copy-now-again = You can make it again.
copy-now-other = Use another stick.
copy-now-in = Put the stick in again. Then try again.
copy-now-look = Look in another place.
copy-now-it = Ask the IT team to help.

# The people of the team
people = The people
    .picture = people
people-heading = Who is in the team?
people-one-helper = Only { $name } can help
people-one-helper-now = Only { $name } can let people in. Make the spare key, or add a senior.
people-not-done = Set-up is not done
people-add = Add somebody
people-working = We are making the keys.
people-again = What was there before still works. You can try again.
person-name = What is their name?
person-name-of = What is the name of { $name }?
person-name-short = Name
person-name-field = Their name
person-name-hint = Use the name that they want to be called.
    .picture = first-letters
person-roles = What do they do?
person-roles-of = What does { $name } do?
person-roles-short = What they do
person-several = You can press more than one.
person-lead = Who leads them?
person-lead-of = Who leads { $name }?
person-lead-short = Who leads them
person-senior = Who is their senior?
person-senior-of = Who is the senior of { $name }?
person-senior-short = Their senior
person-notes = Who writes their notes?
person-notes-of = Who writes the notes of { $name }?
person-notes-short = Who writes their notes
person-nobody = Nobody
person-photo = What do they look like?
person-photo-of = What does { $name } look like?
person-photo-short = Photo
person-photo-now = How they look
person-no-photo = Use the first letter
person-phone = What is their number?
person-phone-of = What is the number of { $name }?
person-phone-short = Phone
person-no-phone = No number
person-phone-field = Their phone number
person-phone-hint = You can leave this empty.
    .picture = empty-list
person-before = Can they read what was told before?
person-before-of = Who is new reads what { $name } told before?
person-before-help = Worries that wait are for them in any case.
person-before-no = Only what is new
person-before-yes = What was told before too
person-check = Is this right for { $name }?
person-check-help = Press Back to change it.
person-right = Yes, add them
person-added = { $name } is in the team.
person-not-done = Let { $name } in once. Then set-up is done.
person-not-done-key = Try the spare key, or let another senior open { $name }’s page.
person-together = Sit down with them and choose a way in.
person-let-in = Let them in
person-way = How they come in
person-leaves = They leave the team
leaving = { $name } leaves the team.
leaving-about = { $name } leaves
leaving-lead = Who leads them now?
leaving-senior = Who is their senior now?
leaving-notes = Who writes their notes now?
leaving-for = This is for { $name }.
leaving-door = { $name } cannot come in any more.
leaving-stays = What { $name } wrote stays here.
leaving-before = { $name } keeps what they could read before.
leaving-was-senior = { $name } was a senior. With a copy they can still open all, new work too.
leaving-now = { $name } leaves now
gone = { $name } has left.
gone-keys = New work has new keys.
gone-sticks = Get back their laptop and every stick.
gone-senior = Keep every copy away from { $name }. With one they can open all.
stays = That cannot be done yet.
stays-themselves = You cannot do this for yourself.
stays-themselves-first = Ask another senior to do it.
stays-last-senior = { $name } is the last senior.
stays-last-senior-first = Add another senior first.
stays-last-lead = Nobody else leads people.
stays-last-lead-first = Add somebody who leads people first.
stays-last-practitioner = Nobody else writes notes.
stays-last-practitioner-first = Add somebody who writes notes first.
stays-leads = { $name } still leads somebody.
stays-leads-first = Choose who leads them now.
stays-is-senior = { $name } is still the senior of somebody.
stays-is-senior-first = Choose their new senior.
stays-writes-notes = { $name } still writes notes for somebody.
stays-writes-notes-first = Choose who writes them now.
# A secure ward
ward = Secure ward
ward-heading = Who works on a secure ward?
ward-help = Some things in this app have to be off there.
ward-on = On
ward-off = Off
ward-for = Secure ward for { $name }
ward-now-on = It is on for { $name }.
ward-now-off = It is off for { $name }.
ward-means = When it is on:
ward-microphone = No microphone. Pictures and typing work.
ward-photos = No new photos.
ward-out = Nothing leaves this computer: no copies, no papers.
ward-network = This app never uses a network.
ward-together = Do this with { $name } beside you.
ward-turn-on = Turn it on
ward-turn-off = Turn it off
ward-done = Other people
ward-mine = Secure ward: no voice, no photos. Ask { $name }.
ward-no-voice = Your ward has the voice off. You can type too.
# Keep or erase
keeping = Keep or erase
    .picture = look-again
keeping-news = { $count ->
    [one] 1 person asks you
   *[other] { $count } people ask you
}
keeping-heading = What do you want to do?
gone-for-good = Nobody can bring it back.
gone-rest = { $name }’s own part goes when { $name } next comes in.
not-gone = That was not done.
not-gone-hold = It is held. It must stay for now.
not-gone-worry = There is an open worry. It must stay for now.
not-gone-early = It is too early. It must stay for now.
not-gone-not-you = This is for somebody else to do.
not-gone-same-person = You asked for it. Somebody else must say yes.
not-gone-not-asked = Nobody asks for this any more.
story-name-to-on = { $worker }: visit to { $letters }, { $day }
story-name-to = { $worker }: visit to { $letters }
story-name-on = { $worker }: visit on { $day }
story-name = { $worker }: a story

# Keep or erase: old recordings
recordings = Old recordings
    .picture = voice
recordings-help = The words stay in the record.
recordings-opening = You can wait here.
recordings-none = There are no recordings.
recording-may-go = It may go now.
recording-hold = It is held.
recording-worry = A worry is still open.
recording-not-in-record = It is not in the record yet.
recording-not-adequate = No one has said the record is adequate.
recording-wrong = { $name } says the note is wrong.
recording-waits = { $days } of 30 days have passed.
recording-length = { $length } of { $worker }’s voice
recording-in-record = In the record since { $day }
recording-keep = Keep it
recording-delete = Erase it
recording-sure = Erase it for good?
recording-words-stay = The words stay in the record.
recording-told = { $name } will see that it was erased.
recording-yes = Yes, erase it
recording-busy = We are erasing it.
recording-done = The recording is erased.
recording-gone-words = The recording was erased.

# Keep or erase: holding and erasing
stories = Hold or erase a story
    .picture = story
stories-whose = Whose story is it?
stories-which = What do you want to look at?
stories-all = All that { $name } told
stories-person = All about { $letters }, by { $worker }
stories-count = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
story-held = Held
story-held-by = { $name } held it, { $day }. { $reason }.
story-not-held = Nobody holds it.
story-hold = Hold it
story-lift = End the hold
story-erase = Ask to erase it
hold-why = Why do you hold it?
hold-why-help = { $name } can read why.
hold-complaint = Someone made a complaint
    .picture = forms
hold-safety = Someone may not be safe
    .picture = warning
hold-inquiry = Someone is looking into it
    .picture = find
erase-why = Why do you want to erase it?
erase-why-asked = The person it is about wants it gone
    .picture = they-do
erase-why-wrong-person = It is about the wrong person
    .picture = not-right
erase-why-mistake = It was told by mistake
    .picture = change-it
erase-why-long-enough = We kept it long enough
    .picture = too-old
erase-sure = Ask to erase it?
erase-sure-other = One of these people must say yes: { $name }
erase-sure-all = Then all words and recordings go for good.
erase-ask = Ask
erase-asked = You asked to erase it.
erase-asked-who = They can say yes when they come in: { $name }
erase-asked-stays = Until then it stays for { $name }.

# Keep or erase: somebody asks
asked = Requests to erase
    .picture = talk-to-someone
asked-none = Nobody asks you now.
asked-by = { $name } asks to erase { $count ->
    [one] 1 story
   *[other] { $count } stories
} by { $worker }
asked-own = You asked. Somebody else must say yes.
asked-help = Say yes only if you think so too.
asked-no = No, keep it
asked-yes = Yes, erase it
asked-take-back = Take it back
asked-busy = We are erasing it.
asked-wait = You can wait here.
asked-done = It is erased.
asked-told = { $name } will see who did it and why.
asked-copies = Make a new copy, so that it goes there too.
asked-stays = It stays.
asked-stays-words = Nothing was erased.

# What was erased, for the worker
news-erased = A story is gone for good.
    .picture = news
story-erased = This story is gone for good.
story-erased-by = { $name } asked for that.
story-erased-agreed = { $name } said yes.
story-recording-gone = We took your recording away on { $day }. Your words are in the record.

# Another computer joins
pair-help = There are four pictures and four words.
join-about = This is a new computer
join-wait = Show these to a senior.
join-look = Look again
join-not-yet = It is not in yet. Ask a senior to let it in.
join-old-copy = This copy is too old. Ask a senior for a new copy.
join-nobody-asks = No computer asks there. Put the stick in the new one first.
join-unreadable = We cannot read what that computer wrote. Start again on the new one.
computer = Add a computer
computer-add = Add a computer
computer-copy = Make a copy on a stick first.
computer-start = Put it in the new computer, and start there.
computer-back = Then put the stick in here again.
computer-where = Where is the copy?
computer-looking = We are looking.
computer-same = Does the new computer show the same?
computer-no = No
computer-yes = They are the same
computer-whose = Whose computer is it?
computer-whose-help = They can come in there at once.
computer-letting = We are letting it in.
computer-done = The new computer is in.
computer-done-stick = Put the stick in the new computer again.
computer-done-look = Press “Look again” there.
computer-different = Then it stays out.
computer-different-out = That is another computer, or another copy.
computer-different-again = Start again on the new computer.
computer-failed = That did not work.

# Show everything about …
everything = Show all we keep
    .picture = hand-out
everything-mine = Show all about me
    .picture = me-myself
everything-whose = Whose is it?
everything-who = About whom?
everything-about = Everything about { $name }
everything-about-seen = Everything about { $letters }, by { $worker }
everything-where = Where do you want it?
everything-where-help = You get a folder with a paper to read.
everything-no-place = Put in a memory stick. Then press Back.
everything-busy = We are getting it.
everything-wait = You can wait here.
everything-failed = That did not work.
everything-done = It is there.
everything-folder = The folder is called “{ $name }”.
everything-recordings = { $count ->
    [0] It has no sound in it.
    [one] It has 1 sound in it.
   *[other] It has { $count } sounds in it.
}
everything-open = Keep it safe. Anyone can open it.

# Show everything about …: the paper
everything-made = Made by { $name }, { $day }.
everything-states = This is how things are now. Nothing was changed before.
everything-before = This is how things are now. What was there before is in the file earlier.ron.
everything-earlier = { $count ->
    [one] Before: written by { $name }, { $day }.
   *[other] Before: written by { $name }, { $day }, { $count } times.
}
everything-missing = What is not here
everything-missing-why = { $name } has no key to this:
everything-no-private = What only { $name } can open: drafts, trips, and how the app looks.
everything-no-visits = What { $name } told about visits.
everything-no-me = How { $name } feels, where { $name } chose to keep it or share it with others.
everything-no-plan = The support plan.
everything-no-worries = Worries. Only some of the team can open them.
everything-no-supervision = What was done about worries.
everything-no-log = The list of who looked at what.
everything-name = Name
everything-job = Job
everything-phone = Phone
everything-story = A story
everything-visit = About the visit
everything-me = About the worker
everything-worry = About a worry
everything-telling = Not sent yet
everything-recording = Recording { $number }.
everything-note = The note by { $name }
everything-draft = { $name } is still writing this
everything-steps = What happened to it
everything-sent = { $name } sent it, { $when }.
everything-taken-back = { $name } took it back, { $when }.
everything-read = { $name } read it, { $when }.
everything-in-record = { $name } put it in the record, { $when }. { $words }
everything-adequate = { $name } said that the record is accurate and adequate, { $when }.
everything-right = { $name } said that the note is right, { $when }.
everything-wrong = { $name } said that something is wrong, { $when }. { $words }
everything-told = { $name } told a person, { $when }.
everything-seen = { $name } saw the worry, { $when }.
everything-worry-done = { $name } wrote what was done, { $when }. { $words }
everything-plan = The support plan
everything-files = The other files
everything-files-words = All { $count } parts are in the file everything.ron, with those that are not on this paper.
everything-files-before = { $count ->
    [one] What was there before is in the file earlier.ron: 1 part.
   *[other] What was there before is in the file earlier.ron: { $count } parts.
}

# Hidden names
names-worker = Worker { $number }
names-senior = Senior { $number }
names-practitioner = Writer { $number }
names-supervisor = Lead { $number }
names-letters = Hidden
names-source = Your name and theirs stand here. They are hidden.
