using System.Globalization;
using System.Text;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Orders in words.</summary>
internal static class OrderText
{
    private const int ShownEvents = 6;

    /// <summary>One line to choose an order by.</summary>
    public static string Title(FormScene form, Order order)
    {
        string first = order.Lines.Count > 0 ? NameOf(order.Lines[0], form.Locale) : "";
        string more = order.Lines.Count > 1 ? form.Say("order.more", ("count", (order.Lines.Count - 1).ToString(CultureInfo.InvariantCulture))) : "";
        return $"{order.Number} · {When.Day(DateOnly.FromDateTime(order.PlacedAt.Date), form.Locale, form.Now)} · {first}{more}";
    }

    public static string Line(OrderLine line, string locale) => line.Quantity == 1 ? NameOf(line, locale) : $"{NameOf(line, locale)} × {line.Quantity}";

    public static string NameOf(OrderLine line, string locale) => InLanguage(line.Name, locale);

    public static string InLanguage(IReadOnlyDictionary<string, string> texts, string locale) => texts.GetValueOrDefault(locale) ?? texts.Values.FirstOrDefault() ?? "";

    public static string Status(FormScene form, OrderStatus status) => form.Say($"status.{JsonName(status)}");

    /// <summary>Where it stands, each parcel, what has happened, and whether it is late.</summary>
    public static string Report(FormScene form, Order order)
    {
        StringBuilder text = new(form.Say("report", ("order", order.Number), ("status", Status(form, order.Status))));
        if (Expected(form, order) is { } expected)
        {
            text.Append(' ').Append(expected);
        }

        text.Append("\n\n").Append(form.Say("report.contents", ("lines", string.Join(form.Locale == Language.Chinese ? "、" : ", ", order.Lines.Take(9).Select(line => Plain.Line(Line(line, form.Locale)))))));
        foreach (Parcel parcel in order.Parcels)
        {
            string number = parcel.TrackingUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? page) && page.Scheme is "https" or "http"
                ? $"[{Plain.Line(parcel.TrackingNumber)}]({page.AbsoluteUri})"
                : Plain.Line(parcel.TrackingNumber);
            text.Append("\n- ").Append(form.Say("report.parcel", ("courier", Plain.Line(parcel.Courier)), ("number", number), ("status", Status(form, parcel.Status))));
        }

        if (order.Timeline.Count > 0)
        {
            text.Append("\n\n").Append(form.Say("report.timeline"));
        }

        foreach (OrderEvent happened in order.Timeline.TakeLast(ShownEvents))
        {
            string place = happened.Place is null ? "" : $" · {Plain.Line(happened.Place)}";
            text.Append("\n- ").Append(When.Moment(happened.At.DateTime, form.Locale, form.Now)).Append(": ").Append(Status(form, happened.Status)).Append(place);
        }

        return text.ToString();
    }

    /// <summary>Days by which an order that has not arrived is late.</summary>
    public static int DaysLate(Order order, DateTime now) =>
        order.Status is < OrderStatus.Delivered && order.Status != OrderStatus.Unpaid && order.ExpectedOn is { } day ? Math.Max(0, DateOnly.FromDateTime(now).DayNumber - day.DayNumber) : 0;

    private static string? Expected(FormScene form, Order order)
    {
        int late = DaysLate(order, form.Now);
        return order switch
        {
            _ when late > 0 => form.Say("report.late", ("date", When.Day(order.ExpectedOn ?? default, form.Locale, form.Now)), ("days", late.ToString(CultureInfo.InvariantCulture))),
            { DeliveredAt: { } at } => form.Say("report.delivered", ("date", When.Day(DateOnly.FromDateTime(at.Date), form.Locale, form.Now))),
            { ExpectedOn: { } day, Status: < OrderStatus.Delivered } => form.Say("report.expected", ("date", When.Day(day, form.Locale, form.Now))),
            _ => null,
        };
    }

    private static string JsonName(OrderStatus status) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
