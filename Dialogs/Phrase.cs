namespace SupportBot.Dialogs;

/// <summary>Everything the bot says in its own words; each has a text in every language (<c>Words/*.json</c>).</summary>
public enum Phrase
{
    Greeting,
    Menu,
    SectionHint,
    DidYouMean,
    NoneOfThese,
    Refusal,
    RefusalAgain,
    NotAChoice,
    Queued,
    StillQueued,
    Returned,
    FilesReceived,
    SayMore,
    Apology,
    PersonTitle,
    MenuTitle,
    YesTitle,
    ChangeTitle,
    CancelTitle,
    SkipTitle,
    GoOnTitle,
    TryAgainTitle,
    ReminderDue,
    OptedOut,
    OptedIn,
}

/// <summary>What a shopper can say to steer, whatever the topic.</summary>
public enum SpokenCommand
{
    Person,
    Menu,
    Back,
    Repeat,

    /// <summary>"Cancel": leave the form that is being filled in, unless the form itself is about cancelling.</summary>
    Cancel,

    /// <summary>Leave it, in words that mean nothing else.</summary>
    Leave,

    /// <summary>Go on with it.</summary>
    GoOn,

    /// <summary>Pass over what was asked for.</summary>
    Skip,
    Yes,
    No,
}
