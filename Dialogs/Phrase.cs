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
}

/// <summary>What a shopper can say to steer, whatever the topic.</summary>
public enum SpokenCommand
{
    Person,
    Menu,
    Back,
    Repeat,

    /// <summary>Leave the form that is being filled in.</summary>
    Cancel,

    /// <summary>Go on with it.</summary>
    GoOn,

    /// <summary>Pass over what was asked for.</summary>
    Skip,
    Yes,
    No,
}
