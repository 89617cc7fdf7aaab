namespace SupportBot.Dialogs.Forms;

/// <summary>Messages that start a form whatever the articles say, because the recognisers make it certain.</summary>
internal static class DirectStart
{
    public static Form? Of(Heard heard, DialogState state)
    {
        if (heard.WantsOther && state.Order is not null)
        {
            return Form.Find("order-status");
        }

        if (heard.OrderNumber is not null && heard.IsOnlyData)
        {
            return Form.Find("order-status");
        }

        bool reminds = heard.Holds("remindWords");
        return reminds && heard.AnyMoment is not null ? Form.Find("reminder") : null;
    }
}
