using DinsosIntranet.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DinsosIntranet.Tests.App;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("text/html; charset=utf-8", "no-store")]
    [InlineData("text/css", "")]
    public async Task Invoke_Answer_CarriesHeaders(string contentType, string cacheControl)
    {
        var response = new StartableResponse();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(response);
        var middleware = new SecurityHeaders(c =>
        {
            c.Response.ContentType = contentType;
            return response.StartAsync();
        });

        await middleware.InvokeAsync(context);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, context.Response.Headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions);
        Assert.Equal("DENY", context.Response.Headers.XFrameOptions);
        Assert.Equal("no-referrer", context.Response.Headers["Referrer-Policy"]);
        Assert.Equal(cacheControl, context.Response.Headers.CacheControl.ToString());
    }

    /// <summary>Only the page that scans a code may ask for the camera.</summary>
    [Theory]
    [InlineData("/verifikasi", "camera=(self)")]
    [InlineData("/verifikasi/kunci", "camera=()")]
    [InlineData("/", "camera=()")]
    public async Task Invoke_EachPage_CameraForVerificationOnly(string path, string expected)
    {
        var response = new StartableResponse();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(response);
        context.Request.Path = path;

        await new SecurityHeaders(_ => response.StartAsync()).InvokeAsync(context);

        Assert.StartsWith(expected + ",", context.Response.Headers["Permissions-Policy"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ContentSecurityPolicy_Scripts_OnlyOwnFiles() =>
        Assert.Contains("script-src 'self';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);

    private sealed class StartableResponse : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Callback, object State)> _starting = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Add((callback, state));

        public async Task StartAsync()
        {
            foreach (var (callback, state) in _starting)
            {
                await callback(state);
            }
        }
    }
}
