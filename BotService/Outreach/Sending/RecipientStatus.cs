namespace SupportBot.Outreach.Sending;

/// <summary>How far a recipient's row has come. The numbers are stored.</summary>
internal enum RecipientStatus
{
    /// <summary>Due at its time.</summary>
    Planned = 0,

    /// <summary>Written before the call goes out: after a crash nobody can tell whether it arrived.</summary>
    Sending = 1,
    Sent = 2,

    /// <summary>Not sent, for a reason that is kept.</summary>
    Excluded = 3,

    /// <summary>Refused for good, or given up after the last attempt.</summary>
    Dead = 4,

    /// <summary>It may have arrived. A person decides; it is never sent again by itself.</summary>
    Unknown = 5,
}

/// <summary>Why somebody is not sent something. The numbers are stored.</summary>
internal enum Exclusion
{
    /// <summary>They have not agreed to this purpose on this channel, or have taken it back.</summary>
    NoConsent = 0,

    /// <summary>There is no address, or no conversation, to reach them by.</summary>
    Unreachable = 1,
    Blocked = 2,

    /// <summary>The address stands on the suppression list.</summary>
    Suppressed = 3,

    /// <summary>They have had as many messages as a day or a week may bring.</summary>
    TooMany = 4,

    /// <summary>Its time was over before it could be sent.</summary>
    Expired = 5,

    /// <summary>What it was about has been done or called off.</summary>
    ReasonGone = 6,

    /// <summary>In the group that is sent nothing, to compare with.</summary>
    HeldOut = 7,

    /// <summary>A value of the template is not known of them.</summary>
    ValueMissing = 8,

    /// <summary>The campaign was cancelled.</summary>
    Cancelled = 9,

    /// <summary>The file is gone.</summary>
    Gone = 10,

    /// <summary>The channel's window after their last message is over.</summary>
    WindowClosed = 11,
}

/// <summary>Why a zone was taken for somebody's. The numbers are stored.</summary>
internal enum ZoneReason
{
    Profile = 0,

    /// <summary>As their browser said in the last conversation.</summary>
    Browser = 1,
    Store = 2,

    /// <summary>The campaign names it.</summary>
    Campaign = 3,
}
