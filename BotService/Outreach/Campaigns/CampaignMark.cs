using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Channels;

namespace SupportBot.Outreach.Campaigns;

/// <summary>How a message carries its campaign, in its channelData.</summary>
internal static class CampaignMark
{
    public static JsonElement Of(string id, string name) =>
        JsonSerializer.SerializeToElement(new JsonObject { ["campaign"] = new JsonObject { ["id"] = id, ["name"] = name } }, WireJson.Compact.JsonObject);
}
